import { useEffect, useState } from 'react'

type Levels = (listener: (level: number) => void) => () => void

/** From this level on somebody speaks; it ends a moment after the last sound, so that it does not flicker. */
const loud = 0.08
const lingers = 500

/** Whether somebody speaks, by levels that come about 20 times a second. */
export function useSpeaking(onLevel: Levels, isOn: boolean): boolean {
  const [isSpeaking, setSpeaking] = useState(false)
  useEffect(() => {
    if (!isOn) return
    let end: ReturnType<typeof setTimeout> | undefined
    const stop = onLevel((level) => {
      if (level < loud) return
      setSpeaking(true)
      clearTimeout(end)
      end = setTimeout(() => setSpeaking(false), lingers)
    })
    return () => {
      stop()
      clearTimeout(end)
      setSpeaking(false)
    }
  }, [onLevel, isOn])
  return isSpeaking
}

const clearlyLoud = 0.15
const longEnough = 700
/** A gap between two words is no silence yet. */
const gap = 300

/** Whether somebody speaks for 700 ms while they are muted. It stays until they are not. */
export function useUnheard(onLevel: Levels, isMuted: boolean): [boolean, () => void] {
  const [isUnheard, setUnheard] = useState(false)
  useEffect(() => {
    if (!isMuted) return
    let since: number | null = null
    let last = 0
    const stop = onLevel((level) => {
      const now = performance.now()
      if (level >= clearlyLoud) {
        if (since === null || now - last > gap) since = now
        last = now
        if (now - since >= longEnough) setUnheard(true)
      }
    })
    return () => {
      stop()
      setUnheard(false)
    }
  }, [onLevel, isMuted])
  return [isUnheard, () => setUnheard(false)]
}
