import { useId } from 'react'
import type { ReactNode, SubmitEvent } from 'react'
import type { UseMutationResult } from '@tanstack/react-query'
import { problemOf } from '../../server/api/problem.ts'
import { Refusal } from '../../features/identity/refusal.tsx'
import { useForm } from '../form/use-form.ts'
import { Button } from '../action/button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from '../form/field.tsx'
import styles from './form.module.css'

interface ReasonDialogProps {
  title: string
  /** What it means. */
  children: ReactNode
  label: string
  /** Whom the reason is for. */
  reasonLabel: string
  change: UseMutationResult<unknown, Error, string>
  onClose: () => void
}

/** Asks once, and why: whom it is done to is told the reason, so there has to be one. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, reasonLabel, change, onClose } = props
  const formId = useId()
  const form = useForm(['reason'], { reason: '' })
  function send(event: SubmitEvent) {
    event.preventDefault()
    if (change.isPending) return
    form.clear()
    const reason = form.typed.reason.trim()
    if (reason === '') return form.showFaults({ reason: 'Please give a reason' })
    change.mutate(reason, { onError: (error) => form.refuse(problemOf(error)) })
  }
  return (
    <Dialog
      open
      firm
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={formId} variant="danger" busy={change.isPending}>
            {label}
          </Button>
        </>
      }
    >
      {children}
      <form id={formId} noValidate className={styles.form} onSubmit={send}>
        <Field
          label={reasonLabel}
          multiline
          rows={3}
          required
          maxLength={500}
          data-autofocus
          {...form.control('reason')}
        />
        <Refusal problem={form.problem} />
      </form>
    </Dialog>
  )
}
