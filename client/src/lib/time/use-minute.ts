import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The server's clock, to the minute: it turns when the minute does. */
export function useMinute(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setTimeout(() => setNow(serverNow()), 60_050 - (serverNow() % 60_000))
    return () => clearTimeout(timer)
  }, [now])
  return now
}
