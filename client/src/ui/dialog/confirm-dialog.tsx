import type { ReactNode } from 'react'
import { Button } from '../action/button.tsx'
import type { Refused } from '../feedback/describe-refusal.ts'
import { Refusal } from '../feedback/refusal.tsx'
import { useAttempt } from '../form/use-attempt.ts'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  title: string
  /** What it means. */
  children: ReactNode
  /** What the button says that does it. */
  label: string
  /** What the button says that does nothing. */
  keep?: string
  danger?: boolean
  /** Does it, and answers why it was refused, or `null`. */
  onConfirm: () => Promise<Refused | null>
  onClose: () => void
}

/** Asks once, and says what it means. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, label, keep = 'Go back', danger = false, onConfirm, onClose } = props
  const { busy, problem, send } = useAttempt()
  return (
    <Dialog
      open
      size="s"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void send(onConfirm)}
          >
            {label}
          </Button>
        </>
      }
    >
      {children}
      <Refusal problem={problem} />
    </Dialog>
  )
}
