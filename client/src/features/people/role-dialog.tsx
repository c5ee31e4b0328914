import type { AdminPerson, Person } from '@expertconnect/contract/people/shapes'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { ProveAgain } from './prove-again.tsx'
import { useRoleChange } from './use-role-change.ts'

interface RoleDialogProps {
  person: AdminPerson
  me: Person
  onClose: () => void
}

/** Makes somebody an administrator, or takes that from them; first with a fresh proof of one's own address. */
export function RoleDialog({ person, me, onClose }: RoleDialogProps) {
  const { email } = person
  const toast = useToast()
  const control = useRoleChange(person, me, () => {
    onClose()
    toast({
      tone: 'good',
      title: control.isAdmin ? 'Administrator added' : 'Role removed',
      detail: email,
    })
  })
  if (control.proving) return <ProveAgain email={me.email} control={control} onClose={onClose} />
  return (
    <Dialog
      open
      size="s"
      title={control.isAdmin ? 'Make an administrator?' : 'Remove the role?'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            variant={control.isAdmin ? 'primary' : 'danger'}
            busy={control.busy}
            onClick={() => control.send()}
          >
            {control.isAdmin ? 'Make an administrator' : 'Remove it'}
          </Button>
        </>
      }
    >
      <p>
        <strong>{email}</strong>{' '}
        {control.isAdmin
          ? 'can then do all that you can do here: see every booking and address, hide experts, cancel sessions and make other administrators.'
          : 'will no longer be able to do anything here, starting now.'}
        {person.id === me.id && ' That’s you.'}
      </p>
      <Refusal problem={control.problem} />
    </Dialog>
  )
}
