import { useRef, useState } from 'react'
import type { Faults } from './place-faults.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What is at fault in the fields of a form, which stand in its order. */
export function useFaults<F extends string>(fields: readonly F[]) {
  const [faults, setFaults] = useState<Faults<F>>({})
  const controls = useRef<Partial<Record<F, Control | null>>>({})
  return {
    faults,
    /** Shows what is at fault beside its field. The first one gets the focus and is returned. */
    show: (next: Faults<F>): Control | null => {
      setFaults(next)
      const first = fields.find((field) => next[field] !== undefined)
      const control = first === undefined ? null : (controls.current[first] ?? null)
      control?.focus()
      return control
    },
    mend: (field: F) => {
      setFaults((before) => ({ ...before, [field]: undefined }))
    },
    /** Knows the field's control, so that it can get the focus. */
    refOf: (field: F) => (element: Control | null) => {
      controls.current[field] = element
    },
    focus: (field: F) => {
      controls.current[field]?.focus()
    },
  }
}
