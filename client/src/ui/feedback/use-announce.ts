import { useSyncExternalStore } from 'react'

/*
 * One polite voice for the whole page. It is a store and not a context, so that the copy of the live region that a
 * modal dialog carries (everything outside of it is inert and silent) says the same.
 */
let spoken = ''
const listeners = new Set<() => void>()

/** Says a text to screen readers, after what they are saying now. */
function announce(text: string): void {
  // The same words twice are no change and would not be read: the invisible mark makes them one.
  spoken = text === spoken ? `${text}\u200B` : text
  for (const listener of listeners) listener()
}

export function useAnnounce(): (text: string) => void {
  return announce
}

/** What was said last, for the live region itself. */
export function useSpoken(): string {
  return useSyncExternalStore(subscribe, () => spoken)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
