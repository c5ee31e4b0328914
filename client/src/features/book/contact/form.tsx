import type { Problem } from '@expertconnect/contract/problem'
import { useEffect, useEffectEvent, type ReactNode, type Ref, type SubmitEvent } from 'react'
import { faultOf, faultsOf } from './check.ts'
import { placeFaults } from '../../../ui/form/place-faults.ts'
import { useFaults } from '../../../ui/form/use-faults.ts'
import { ContactFields } from './fields.tsx'
import styles from './form.module.css'
import { type Draft, type Field, fields } from './draft.ts'

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
  const faults = useFaults(fields)
  const showRefused = useEffectEvent((errors: Problem['errors']) => {
    faults.show(placeFaults(errors, fields).inFields)
  })

  useEffect(() => {
    if (problem?.errors) showRefused(problem.errors)
  }, [problem])

  function change(part: Partial<Draft>) {
    onDraft(part)
    // A fault goes as soon as it is mended; a new one is told at the next attempt, not while typing.
    for (const [field, text] of Object.entries(part) as [Field, string][]) {
      if (faultOf(field, text) === undefined) faults.mend(field)
    }
  }

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (faults.show(faultsOf(draft)) === null) onSend()
  }

  return (
    <form ref={ref} noValidate className={styles.form} onSubmit={send}>
      <ContactFields draft={draft} expertName={expertName} faults={faults} onChange={change} />
      {children}
    </form>
  )
}
