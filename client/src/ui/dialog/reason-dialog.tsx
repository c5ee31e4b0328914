import { useId, type ReactNode } from 'react'
import { Button } from '../action/button.tsx'
import type { Refused } from '../feedback/describe-refusal.ts'
import { Refusal } from '../feedback/refusal.tsx'
import { Field } from '../form/field.tsx'
import { useForm } from '../form/use-form.ts'
import { Dialog } from './dialog.tsx'
import { DialogForm } from './dialog-form.tsx'

interface ReasonDialogProps {
  title: string
  /** What it means. */
  children: ReactNode
  /** What the button says that does it. */
  label: string
  /** What the button says that does nothing. */
  keep?: string
  /** Whom the reason is for. */
  reasonLabel: string
  /** What is said where no reason is given; without it none is needed. */
  missing?: string
  size?: 's' | 'm'
  /** Of the text that is typed. */
  maxLength?: number
  /** Nothing is lost by it. */
  harmless?: boolean
  /** Does it, and answers why it was refused, or `null`. The reason may be empty where none is needed. */
  onSend: (reason: string) => Promise<Refused | null>
  onClose: () => void
}

/** Asks once, and why: whom it is done to is told the reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, keep = 'Go back', reasonLabel, missing } = props
  const { size = 'm', maxLength = 500, harmless = false, onSend, onClose } = props
  const formId = useId()
  const form = useForm(['reason'], { reason: '' })
  const optional = missing === undefined
  function send() {
    const reason = form.typed.reason.trim()
    if (reason === '' && !optional) return form.showFaults({ reason: missing })
    form.send(() => onSend(reason))
  }
  return (
    <Dialog
      open
      firm
      size={size}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button
            type="submit"
            form={formId}
            variant={harmless ? 'primary' : 'danger'}
            busy={form.busy}
          >
            {label}
          </Button>
        </>
      }
    >
      {children}
      <DialogForm id={formId} onSend={send}>
        <Field
          label={reasonLabel}
          multiline
          rows={3}
          optional={optional}
          required={!optional}
          maxLength={maxLength}
          data-autofocus
          {...form.control('reason')}
        />
        <Refusal problem={form.problem} />
      </DialogForm>
    </Dialog>
  )
}
