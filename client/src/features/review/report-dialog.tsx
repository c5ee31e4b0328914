import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'

/** Tells administrators what is wrong with a review. */
export function ReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const toast = useToast()
  const report = useSend(
    (reason: string) => call('reportReview', { params: { id }, body: { reason } }),
    {
      onDone: () => {
        onClose()
        toast({ tone: 'good', title: 'Reported', detail: 'An administrator will look at it.' })
      },
    },
  )
  return (
    <ReasonDialog
      title="Report this review?"
      label="Report"
      harmless
      reasonLabel="What is wrong with it?"
      missing="Please say what is wrong with it"
      onSend={report}
      onClose={onClose}
    >
      <p>An administrator will read it and decide. The person who wrote the review is not told.</p>
    </ReasonDialog>
  )
}
