import type { PartyReview } from '@expertconnect/contract/reviews/shapes'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'

interface AnswerDialogProps {
  review: PartyReview
  onClose: () => void
}

/** What an expert says to a review, once. */
export function AnswerDialog({ review: { id, author }, onClose }: AnswerDialogProps) {
  const toast = useToast()
  const answer = useChange(
    (text: string) => call('answerReview', { params: { id }, body: { text } }),
    () => {
      onClose()
      toast({ tone: 'good', title: 'Your answer appears below the review' })
    },
  )
  return (
    <ReasonDialog
      title={`Answer ${author}?`}
      label="Publish the answer"
      harmless
      keep="Not now"
      reasonLabel="Your answer"
      missing="Please write an answer"
      maxLength={1000}
      onSend={answer}
      onClose={onClose}
    >
      <p>Everyone who visits your page can read it. It can’t be changed later.</p>
    </ReasonDialog>
  )
}
