import type { ReactNode } from 'react'
import { problemOf } from '../../server/api/problem.ts'
import { Refusal } from '../../features/identity/refusal.tsx'
import { Button } from '../action/button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  title: string
  /** What it means. */
  children: ReactNode
  /** What the button says that does it. */
  label: string
  danger?: boolean
  change: { isPending: boolean; error: Error | null; mutate: () => void }
  onClose: () => void
}

/** Asks once, and says what it means. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, label, danger = false, change, onClose } = props
  return (
    <Dialog
      open
      size="s"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={change.isPending}
            onClick={() => change.mutate()}
          >
            {label}
          </Button>
        </>
      }
    >
      {children}
      <Refusal problem={change.error && problemOf(change.error)} />
    </Dialog>
  )
}
