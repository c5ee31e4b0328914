import type { Problem } from '@expertconnect/contract/problem'
import { useRef, useState } from 'react'
import type { ChangeEvent } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * A form of texts: what is typed, what the server found at fault in it, and what it refused as a whole. The server
 * alone knows the rules; nothing that was typed is ever lost to a refusal. `fields` stand in the order of the form.
 */
export function useForm<F extends string>(
  fields: readonly F[],
  initial: Readonly<Record<F, string>>,
) {
  const [typed, setTyped] = useState(initial)
  const [faults, setFaults] = useState<Partial<Record<F, string>>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const controls = useRef<Partial<Record<F, Control | null>>>({})

  /** Shows what is at fault beside its field; the first one gets the focus. */
  function showFaults(next: Partial<Record<F, string>>) {
    setFaults(next)
    const first = fields.find((field) => next[field] !== undefined)
    if (first !== undefined) controls.current[first]?.focus()
  }

  return {
    typed,
    /** To be told above the button: what belongs to no field. */
    problem,
    setTyped,
    showFaults,
    /** Before the next attempt. */
    clear() {
      setFaults({})
      setProblem(null)
    },
    refuse(refusal: Problem) {
      const placed = placeFaults(refusal, fields)
      showFaults(placed)
      setProblem(Object.keys(placed).length > 0 ? null : refusal)
    },
    control: (field: F) => ({
      value: typed[field],
      error: faults[field],
      ref: (element: Control | null) => {
        controls.current[field] = element
      },
      onChange: ({ target }: ChangeEvent<Control>) => {
        setTyped((before) => ({ ...before, [field]: target.value }))
        setFaults((before) => ({ ...before, [field]: undefined }))
      },
    }),
  }
}

/** By the first part of the pointer: what is wrong with the third skill (`#/skills/2`) is told at the skills. */
function placeFaults<F extends string>({ errors = [] }: Problem, fields: readonly F[]) {
  const placed: Partial<Record<F, string>> = {}
  for (const { pointer, detail } of errors) {
    const field = fields.find((each) => each === pointer.split('/')[1])
    if (field !== undefined) placed[field] ??= detail
  }
  return placed
}
