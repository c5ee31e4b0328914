import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../../../ui/feedback/use-announce.ts'

/** Says a text aloud when it becomes another one; not the first. */
export function useMark(text: string): void {
  const announce = useAnnounce()
  const before = useRef(text)
  useEffect(() => {
    if (text === before.current) return
    before.current = text
    if (text !== '') announce(text)
  }, [announce, text])
}
