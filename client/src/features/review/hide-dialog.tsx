import type { AdminReview } from '@expertconnect/contract/reviews/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'

interface HideDialogProps {
  review: AdminReview
  onHide: (reason: string) => Promise<Problem | null>
  onClose: () => void
}

/** Takes a review off the page of its expert, with a reason. */
export function HideDialog({ review: { author, expert }, onHide, onClose }: HideDialogProps) {
  return (
    <ReasonDialog
      title={`Hide what ${author} wrote?`}
      label="Hide the review"
      reasonLabel="Why? The reviewer and the expert will read this"
      missing="Please say why"
      onSend={onHide}
      onClose={onClose}
    >
      <p>
        It disappears from the page of {expert.name} at once, and its stars no longer count. You can
        show it again at any time.
      </p>
    </ReasonDialog>
  )
}
