import { useEffect, useEffectEvent } from 'react'
import { serverNow } from './server-clock.ts'

/** Calls `onWake` when the server's clock reaches `at` (epoch milliseconds), or at once if it has; never at Infinity. */
export function useWake(at: number, onWake: () => void): void {
  const wake = useEffectEvent(onWake)
  useEffect(() => {
    if (at === Infinity) return
    // A timer that is a hair early would find the old state, and a hidden page catches up when it is looked at.
    // Timers hold 24 days at most; whoever keeps a page open for longer comes back to it.
    const wait = Math.max(0, at - serverNow()) + 20
    const timer = wait < 20 * 86_400_000 ? setTimeout(wake, wait) : undefined
    const look = () => document.visibilityState === 'visible' && serverNow() >= at && wake()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [at])
}
