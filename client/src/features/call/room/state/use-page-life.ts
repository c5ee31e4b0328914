import { useEffect } from 'react'
import type { LocalMedia } from '../../media/local-media.ts'
import type { Meeting } from '../../meeting/meeting.ts'

/**
 * Goes out when the page goes, and looks at everything anew when it comes back. Being hidden ends nothing: a phone hides
 * the page whenever somebody looks at something else.
 */
export function usePageLife(meeting: Meeting, media: LocalMedia): void {
  useEffect(() => {
    const go = () => meeting.unload()
    const comeBack = () => {
      if (media.read().microphone.state === 'interrupted') void media.resume()
      meeting.revive()
    }
    const look = () => {
      if (document.visibilityState === 'visible') comeBack()
    }
    const show = (event: PageTransitionEvent) => {
      if (event.persisted) comeBack()
    }
    addEventListener('pagehide', go)
    addEventListener('pageshow', show)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('pagehide', go)
      removeEventListener('pageshow', show)
      document.removeEventListener('visibilitychange', look)
    }
  }, [meeting, media])
}
