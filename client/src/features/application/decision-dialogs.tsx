import type { Application } from '@expertconnect/contract/experts/shapes'
import { call } from '../../server/api/client.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useChange } from '../../server/use-change.ts'

interface DecisionProps {
  application: Application
  onClose: () => void
}

export function ApproveDialog({ application: { id, name, email }, onClose }: DecisionProps) {
  const toast = useToast()
  const approve = useChange(
    () => call('decideApplication', { params: { id }, body: { state: 'approved' } }),
    () => {
      onClose()
      toast({
        tone: 'good',
        title: `${name} is an expert now`,
        detail: 'Not listed yet: you’ll find them under Experts.',
      })
    },
  )
  return (
    <ConfirmDialog
      title={`Approve ${name}?`}
      label="Approve"
      onConfirm={() => approve()}
      onClose={onClose}
    >
      <p>
        What they wrote becomes their profile, and an e-mail to {email} takes them to their desk.
        Visitors don’t see them until you list them.
      </p>
    </ConfirmDialog>
  )
}

export function DeclineDialog({ application: { id, name }, onClose }: DecisionProps) {
  const toast = useToast()
  const decline = useChange(
    (reason: string) =>
      call('decideApplication', { params: { id }, body: { state: 'declined', reason } }),
    () => {
      onClose()
      toast({ title: `Declined: ${name}`, detail: 'We’ve e-mailed them the reason.' })
    },
  )
  return (
    <ReasonDialog
      title={`Decline ${name}?`}
      label="Decline"
      reasonLabel={`Why? ${name} will read this`}
      missing="Please give a reason"
      onSend={decline}
      onClose={onClose}
    >
      <p>We’ll e-mail them your reason, and they can apply again.</p>
    </ReasonDialog>
  )
}
