import type { Problem } from '@expertconnect/contract/problem'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode, Ref, SubmitEvent } from 'react'
import { faultOf, faultsOf } from './check.ts'
import { type Faults, type Field, fields, placeFaults } from './faults.ts'
import { ContactFields } from './fields.tsx'
import styles from '../details-step.module.css'
import type { Draft } from './draft.ts'

export interface ContactFormProps {
  draft: Draft
  expertName: string
  /** The server's refusal: its faults are shown at their fields. */
  problem: Problem | null
  onDraft: (part: Partial<Draft>) => void
  /** Called with nothing at fault. */
  onSend: () => void
  children?: ReactNode
  ref?: Ref<HTMLFormElement>
}

/** Who books and what about, checked by the contract's rules. The focus goes to the first fault. */
export function ContactForm(props: ContactFormProps) {
  const { draft, expertName, problem, onDraft, onSend, children, ref } = props
  const [faults, setFaults] = useState<Faults>({})
  const controls = useRef<Partial<Record<Field, HTMLElement | null>>>({})

  function show(next: Faults): boolean {
    setFaults(next)
    const first = fields.find((field) => next[field] !== undefined)
    if (first) controls.current[first]?.focus()
    return first === undefined
  }

  useEffect(() => {
    if (problem?.errors) show(placeFaults(problem.errors).inFields)
  }, [problem])

  function change(part: Partial<Draft>) {
    onDraft(part)
    // A fault goes as soon as it is mended; a new one is told at the next attempt, not while typing.
    setFaults((before) => {
      const next = { ...before }
      for (const [field, text] of Object.entries(part) as [Field, string][]) {
        if (faultOf(field, text) === undefined) delete next[field]
      }
      return next
    })
  }

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (show(faultsOf(draft))) onSend()
  }

  return (
    <form ref={ref} noValidate className={styles.step} onSubmit={send}>
      <ContactFields
        draft={draft}
        faults={faults}
        expertName={expertName}
        controls={controls}
        onChange={change}
      />
      {children}
    </form>
  )
}
