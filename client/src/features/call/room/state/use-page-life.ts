import { useEffect, useRef } from 'react'
import type { Meeting } from '../../meeting/meeting.ts'

/**
 * Goes out when the page goes, and looks at everything anew when it comes back. Being hidden ends nothing: a phone hides
 * the page whenever somebody looks at something else. Answers whether the page is going: what ends then ends nothing.
 */
export function usePageLife(meeting: Meeting): { readonly current: boolean } {
  const isGoing = useRef(false)
  useEffect(() => {
    const go = () => {
      isGoing.current = true
      meeting.unload()
    }
    const look = () => {
      if (document.visibilityState === 'visible') meeting.revive()
    }
    const show = (event: PageTransitionEvent) => {
      // Taken out of the browser's memory: the call has ended there, and begins anew as after a reload.
      if (event.persisted) location.reload()
    }
    addEventListener('pagehide', go)
    addEventListener('pageshow', show)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('pagehide', go)
      removeEventListener('pageshow', show)
      document.removeEventListener('visibilitychange', look)
    }
  }, [meeting])
  return isGoing
}
