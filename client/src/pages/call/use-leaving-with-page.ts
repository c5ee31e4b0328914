import { useEffect, useState } from 'react'
import type { Meeting } from '../../features/call/meeting/meeting.ts'

/** Another page of ours takes the place of this one: one is not in the room any more. */
export function useLeavingWithPage(meeting: Meeting | null): void {
  const [pending] = useState<{ timer?: ReturnType<typeof setTimeout> }>({})
  useEffect(() => {
    clearTimeout(pending.timer)
    if (!meeting) return
    return () => {
      // Not at once: React runs effects twice while one develops.
      pending.timer = setTimeout(() => meeting.leave())
    }
  }, [meeting, pending])
}
