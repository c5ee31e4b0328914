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
        detail: 'Not listed yet: you find them under Experts.',
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
        They become an expert with what they wrote as their profile, and a mail to {email} leads
        them to their desk. Visitors do not see them before you list them.
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
      toast({ title: `Declined: ${name}`, detail: 'They are told the reason by mail.' })
    },
  )
  return (
    <ReasonDialog
      title={`Decline ${name}?`}
      label="Decline"
      reasonLabel={`Why? ${name} reads this`}
      missing="Please give a reason"
      onSend={decline}
      onClose={onClose}
    >
      <p>We’ll e-mail them your reason, and they can apply again.</p>
    </ReasonDialog>
  )
}
