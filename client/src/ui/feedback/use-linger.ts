import { useEffect, useEffectEvent, useState } from 'react'

interface Linger {
  onPointerEnter: () => void
  onPointerLeave: () => void
  onFocus: () => void
  onBlur: () => void
}

/** Calls `onEnd` after a while; not while the pointer or the focus rests on it. Another text starts it again. */
export function useLinger(ms: number, onEnd: () => void, text: string): Linger {
  const [resting, setResting] = useState(false)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (resting) return
    const timer = setTimeout(end, ms)
    return () => clearTimeout(timer)
  }, [ms, resting, text])
  return {
    onPointerEnter: () => setResting(true),
    onPointerLeave: () => setResting(false),
    onFocus: () => setResting(true),
    onBlur: () => setResting(false),
  }
}
