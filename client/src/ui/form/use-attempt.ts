import { useState } from 'react'
import type { Refused } from '../feedback/describe-refusal.ts'

/** Something that is sent once at a time, and may be refused. */
export function useAttempt() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  return {
    busy,
    problem,
    setProblem,
    /** `attempt` answers why it was refused, or `null`. */
    send: async (
      attempt: () => Promise<Refused | null>,
      refuse: (refusal: Refused) => void = setProblem,
    ) => {
      if (busy) return
      setProblem(null)
      setBusy(true)
      const refusal = await attempt()
      setBusy(false)
      if (refusal) refuse(refusal)
    },
  }
}
