import { useEffect, useState } from 'react'

/** What was typed, once nothing more has come for so many milliseconds. */
export function useLater(text: string, wait: number): string {
  const [later, setLater] = useState(text)
  useEffect(() => {
    const timer = setTimeout(setLater, wait, text)
    return () => clearTimeout(timer)
  }, [text, wait])
  return later
}
