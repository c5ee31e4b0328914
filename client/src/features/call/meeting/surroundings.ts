/** What happens around a meeting, outside of it. */
export interface Surroundings {
  /** Another network. */
  readonly networkChanged: () => void
  /** Somebody looks at the page again. */
  readonly seen: () => void
}

/** `type` is known on phones alone; elsewhere this tells of every guess at the speed of the line. */
interface NetworkInformation extends EventTarget {
  readonly type?: string
}

/** Watches until the answer is called. */
export function watchSurroundings(surroundings: Surroundings): () => void {
  const { connection } = navigator as { connection?: NetworkInformation }
  let type = connection?.type
  const changed = () => {
    if (connection?.type === type) return
    type = connection?.type
    surroundings.networkChanged()
  }
  const online = () => surroundings.networkChanged()
  const looked = () => {
    if (document.visibilityState === 'visible') surroundings.seen()
  }
  connection?.addEventListener('change', changed)
  addEventListener('online', online)
  document.addEventListener('visibilitychange', looked)
  return () => {
    connection?.removeEventListener('change', changed)
    removeEventListener('online', online)
    document.removeEventListener('visibilitychange', looked)
  }
}
