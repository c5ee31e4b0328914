import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Refused } from '../feedback/describe-refusal.ts'
import { type Faults, placeFaults, withoutFaults } from './place-faults.ts'
import { useAttempt } from './use-attempt.ts'
import { useFaults } from './use-faults.ts'

/** What has a text now: a control that was typed into, or a suggestion that was taken. */
export interface Typed {
  readonly target: { readonly value: string }
}

interface FormOptions<F extends string> {
  /** Keeps what is typed, so that it outlives a reload. */
  readonly keep?: (typed: Readonly<Record<F, string>>) => void
  /** What is at fault is marked, so that typing replaces it. */
  readonly marks?: boolean
}

/**
 * A form of texts: what is typed, what was found at fault in it, and what was refused as a whole. The server alone
 * knows the rules; nothing that was typed is ever lost to a refusal. `fields` stand in the order of the form.
 */
export function useForm<F extends string>(
  fields: readonly F[],
  initial: Readonly<Record<F, string>>,
  { keep, marks = false }: FormOptions<F> = {},
) {
  const [typed, setTyped] = useState(initial)
  const { faults, show, mend, refOf, focus } = useFaults(fields)
  const { busy, problem, setProblem, send } = useAttempt()
  useKeeping(typed, keep)

  function showFaults(next: Faults<F>) {
    const first = show(next)
    if (marks && first instanceof HTMLInputElement) first.select()
  }

  function refuse(refusal: Refused) {
    showFaults(placeFaults(refusal.errors, fields).inFields)
    setProblem(withoutFaults(refusal, fields))
  }

  return {
    typed,
    setTyped,
    /** It is on its way. */
    busy,
    /** To be told above the button: what belongs to no field. */
    problem,
    focus,
    /** Shows what is at fault beside its field; the first one gets the focus. */
    showFaults,
    /** Takes back all that was found at fault and refused. */
    clear: () => {
      show({})
      setProblem(null)
    },
    /** Sends it, once at a time, and shows why it was refused. */
    send: (attempt: () => Promise<Refused | null>) => {
      if (!busy) show({})
      void send(attempt, refuse)
    },
    /** For the field: spread it. `clean` makes of what was typed what is meant. */
    control: (field: F, clean = (text: string) => text) => ({
      value: typed[field],
      error: faults[field],
      ref: refOf(field),
      onChange: ({ target }: Typed) => {
        const text = clean(target.value)
        if (text === typed[field]) return
        setTyped((before) => ({ ...before, [field]: text }))
        mend(field)
      },
    }),
  }
}

/** What the form began with is kept already, or was never typed. */
function useKeeping<T>(typed: T, keep: ((typed: T) => void) | undefined) {
  const first = useRef(typed)
  const keepNow = useEffectEvent((now: T) => keep?.(now))
  useEffect(() => {
    if (typed !== first.current) keepNow(typed)
  }, [typed])
}
