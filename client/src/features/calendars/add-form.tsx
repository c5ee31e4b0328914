import type { ReactNode, SubmitEvent } from 'react'
import { Button } from '../../ui/action/button.tsx'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import type { Refused } from '../../ui/feedback/describe-refusal.ts'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import styles from './add-source.module.css'

interface AddFormProps {
  /** It is on its way. */
  busy: boolean
  /** Why it was refused, where that belongs to no field. */
  problem: Refused | null
  icon: ReactNode
  /** What its button says. */
  action: string
  disabled?: boolean
  /** Another way to go on, beside its button. */
  other?: ReactNode
  onSend: () => void
  children: ReactNode
}

/** A step on the way to a calendar that is added. What is at fault is told by the fields, not by the browser. */
export function AddForm({
  busy,
  problem,
  icon,
  action,
  disabled = false,
  other,
  onSend,
  children,
}: AddFormProps) {
  function send(event: SubmitEvent) {
    event.preventDefault()
    onSend()
  }
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      {children}
      <Refusal problem={problem} />
      <ButtonRow>
        <Button type="submit" variant="primary" busy={busy} disabled={disabled} icon={icon}>
          {action}
        </Button>
        {other}
      </ButtonRow>
    </form>
  )
}
