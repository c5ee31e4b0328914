import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The time, to the minute or to a shorter `step`: "Today" turns into "Yesterday" in tabs that stay open. */
export function useNow(step = 60_000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), step)
    return () => clearInterval(timer)
  }, [step])
  return now
}
