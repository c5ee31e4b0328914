import type { AdminExpert } from '@expertconnect/contract/experts/shapes'
import { call } from '../../server/api/client.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { findExpert } from './find-expert.ts'
import { useChange } from '../../server/use-change.ts'

/** Shows an expert in the directory, or takes them out of it, and says what that means. */
export function ListingDialog({ expert, onClose }: { expert: AdminExpert; onClose: () => void }) {
  const { id, name } = expert
  const listed = !expert.listed
  const toast = useToast()
  const change = useChange(
    async () => {
      // Whatever else of the profile was changed meanwhile, this is about being listed alone.
      const { version } = await findExpert(expert)
      return call('changeExpert', { params: { id }, body: { version, listed } })
    },
    () => {
      onClose()
      toast({
        tone: 'good',
        title: listed ? `${name} is listed` : `${name} is hidden`,
        detail: listed ? 'Visitors see them now.' : 'Visitors no longer see them.',
      })
    },
  )
  return (
    <ConfirmDialog
      title={listed ? `List ${name}?` : `Hide ${name}?`}
      label={listed ? 'List' : 'Hide'}
      danger={!listed}
      onConfirm={() => change()}
      onClose={onClose}
    >
      <p>
        {listed
          ? 'They appear in the directory at once, and anyone can book the times that they offer.'
          : 'They leave the directory at once and their page can’t be found. Nobody can book new sessions, but existing ones stay. They can still use their desk.'}
      </p>
    </ConfirmDialog>
  )
}
