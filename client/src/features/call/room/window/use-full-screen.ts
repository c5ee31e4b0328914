import { useEffect, useState } from 'react'

/** The page without the browser around it; `null` where there is none of that, as on an iPhone. */
export function useFullScreen(): { isOn: boolean; toggle: () => void } | null {
  const [isOn, setOn] = useState(() => isFull())
  useEffect(() => {
    const look = () => setOn(isFull())
    document.addEventListener('fullscreenchange', look)
    return () => {
      document.removeEventListener('fullscreenchange', look)
      if (isFull()) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])
  if (!document.fullscreenEnabled) return null
  return {
    isOn,
    toggle: () => {
      // The whole page, not the room: dialogs and messages lie beside it.
      const turn = isFull()
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen()
      void turn.catch(() => undefined)
    },
  }
}

// Some browsers have none.
const isFull = () => (document.fullscreenElement ?? null) !== null
