import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The time, to the minute: "Today" turns into "Yesterday" in tabs that stay open. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
