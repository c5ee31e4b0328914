import { useEffect } from 'react'
import { linkPath } from './link-path.ts'

/** Fetches the code of a page as soon as the pointer or the focus rests on a link to it: wherever the link stands. */
export function usePreloadOnIntent(preload: (path: string) => Promise<void>): void {
  useEffect(() => {
    const intend = (event: Event) => {
      const path = linkPath(event.target)
      if (path !== null) void preload(path)
    }
    const events = ['pointerover', 'focusin', 'touchstart'] as const
    for (const name of events) document.addEventListener(name, intend, { passive: true })
    return () => {
      for (const name of events) document.removeEventListener(name, intend)
    }
  }, [preload])
}
