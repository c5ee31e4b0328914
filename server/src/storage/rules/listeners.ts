import type { StorageListener } from '../port/listener.ts'

export type Tell = (notice: (listener: StorageListener) => void) => void

/** Who listens to a store. A fault of one of them neither reaches the store nor keeps the others from hearing. */
export function createListeners() {
  const listeners = new Set<StorageListener>()

  const tell: Tell = (notice) => {
    for (const listener of listeners) {
      try {
        notice(listener)
      } catch (error) {
        // What was committed must be answered as such. The fault still ends the process, a moment later.
        setImmediate(() => {
          throw error
        })
      }
    }
  }

  function listen(listener: StorageListener): () => void {
    // One object may listen twice; each must be able to end its own listening.
    const entry = { ...listener }
    listeners.add(entry)
    return () => listeners.delete(entry)
  }

  return { listen, tell }
}
