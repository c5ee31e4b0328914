import type { Category } from '@expertconnect/contract/experts/shapes'
import { call } from '../../api/client.ts'
import { focusHeading } from '../../ui/focus-heading.ts'
import { useToast } from '../../ui/toast.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useChange } from './use-change.ts'

interface RemoveCategoryDialogProps {
  category: Category
  onClose: () => void
}

export function RemoveCategoryDialog({ category, onClose }: RemoveCategoryDialogProps) {
  const { slug, name } = category
  const toast = useToast()
  const remove = useChange(
    () => call('removeCategory', { params: { slug } }),
    () => {
      onClose()
      toast({ tone: 'good', title: `Removed: ${name}` })
      // The row whose button was pressed is about to go.
      setTimeout(focusHeading)
    },
  )
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      label="Remove"
      danger
      change={{ ...remove, mutate: () => remove.mutate(undefined) }}
      onClose={onClose}
    >
      <p>
        Links to it then lead to an empty list. A category that experts are in, listed or not, stays
        until each of them is in another one.
      </p>
    </ConfirmDialog>
  )
}
