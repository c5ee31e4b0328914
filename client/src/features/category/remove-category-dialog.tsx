import type { Category } from '@expertconnect/contract/experts/shapes'
import { call } from '../../server/api/client.ts'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { useToast } from '../../ui/feedback/toast.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { useChange } from '../../server/use-change.ts'

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
      onConfirm={() => remove()}
      onClose={onClose}
    >
      <p>
        Links to it will lead to an empty list. A category can be removed only when no expert,
        listed or not, is in it.
      </p>
    </ConfirmDialog>
  )
}
