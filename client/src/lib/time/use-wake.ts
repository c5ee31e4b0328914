import { useEffect, useEffectEvent } from 'react'
import { serverNow } from './server-clock.ts'

/** Calls `onWake` when the server's clock reaches `at` (epoch milliseconds), or at once if it has; never at Infinity. */
export function useWake(at: number, onWake: () => void): void {
  const wake = useEffectEvent(onWake)
  useEffect(() => {
    if (at === Infinity) return
    // A timer that is a hair early would find the old state, and a hidden page catches up when it is looked at.
    const timer = setTimeout(wake, Math.max(0, at - serverNow()) + 20)
    const look = () => document.visibilityState === 'visible' && serverNow() >= at && wake()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [at])
}
