import { useEffect } from 'react'

/** Keeps the screen on. Browsers take it back from a page that is hidden: it is asked for again on return. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    // Some browsers have none.
    const { wakeLock } = navigator as { wakeLock?: WakeLock }
    if (!isOn || !wakeLock) return
    let lock: WakeLockSentinel | undefined
    let over = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
      try {
        const got = await wakeLock.request('screen')
        if (over) void got.release()
        else lock = got
      } catch {
        // A low battery, for one: the call goes on without it.
      }
    }
    const look = () => void ask()
    void ask()
    document.addEventListener('visibilitychange', look)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', look)
      void lock?.release().catch(() => undefined)
    }
  }, [isOn])
}
