import { useEffect } from 'react'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import type { LocalMedia } from '../media/local-media.ts'
import { toggle } from './toggle.tsx'

/** Ctrl or Cmd with D for the microphone, with E for the camera. */
export function useShortcuts(media: LocalMedia): void {
  const announce = useAnnounce()
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat)
        return
      const key = event.key.toLowerCase()
      if (key !== 'd' && key !== 'e') return
      // Else the browser would make a bookmark.
      event.preventDefault()
      toggle(media, key === 'd' ? 'microphone' : 'camera', announce)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [media, announce])
}
