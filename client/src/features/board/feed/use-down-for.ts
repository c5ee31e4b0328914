import { useEffect, useState } from 'react'

/** True once `down` has been true for that long without a break. */
export function useDownFor(ms: number, down: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!down) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [ms, down])
  return long
}
