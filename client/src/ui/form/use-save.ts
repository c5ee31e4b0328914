import { useState } from 'react'
import type { Refused } from '../feedback/describe-refusal.ts'
import type { Unsaved } from './unsaved.ts'
import { useAttempt } from './use-attempt.ts'

interface SaveOptions<T> {
  readonly unsaved: Unsaved<T>
  /** Something is at fault that can be seen without the server. */
  readonly atFault: boolean
  /** Saves, drops what was unsaved, and answers why it was refused, or `null`. */
  readonly send: () => Promise<Refused | null>
}

/** Saves what was changed on a page, over the version that is shown. */
export function useSave<T extends object>({ unsaved, atFault, send }: SaveOptions<T>) {
  const attempt = useAttempt()
  const { shown } = unsaved
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState<T | null>(null)

  async function sendIt() {
    const refusal = await send()
    if (refusal === null) setTried(false)
    return refusal
  }

  return {
    busy: attempt.busy,
    /** It was to be saved: an empty field is a fault from then on. */
    tried,
    /** The last refusal, which may be about something that was mended since. */
    refusal: attempt.problem,
    /** The refusal of what is shown: anything typed since may have mended it. */
    problem: sent === shown ? attempt.problem : null,
    save: async () => {
      setTried(true)
      if (atFault) return focusFault()
      setSent(shown)
      await attempt.send(sendIt, (refusal) => {
        attempt.setProblem(refusal)
        focusFault()
      })
    },
    discard: () => {
      unsaved.drop()
      attempt.setProblem(null)
      setTried(false)
    },
  }
}

/** On to the first field that is marked, once it is. */
function focusFault(): void {
  setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
}
