import { useLayoutEffect, useSyncExternalStore } from 'react'

/** What stands around a page: header and footer, the header alone, or nothing at all. */
export type PageLayout = 'whole' | 'headed' | 'bare'

let shown: PageLayout = 'whole'
const listeners = new Set<() => void>()

/** Asks for another layout for as long as the caller is shown. */
export function usePageLayout(layout: PageLayout): void {
  useLayoutEffect(() => {
    become(layout)
    return () => become('whole')
  }, [layout])
}

/** For the frame itself. */
export function useShownLayout(): PageLayout {
  return useSyncExternalStore(subscribe, () => shown)
}

function become(next: PageLayout): void {
  if (next === shown) return
  shown = next
  document.documentElement.dataset.layout = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
