import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The seconds until an instant, on the server's clock, counted down to 0. */
export function useCountdown(until: string): number {
  const end = Date.parse(until)
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [end])
  return Math.max(0, Math.round((end - now) / 1000))
}

/** `4:09`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
