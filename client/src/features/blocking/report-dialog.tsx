import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'

/** Tells administrators of a session, for them to look at. */
export function ReportDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const toast = useToast()
  const report = useChange(
    (reason: string) => call('reportBooking', { params: { id: booking.id }, body: { reason } }),
    () => {
      onClose()
      toast({ tone: 'good', title: 'Reported', detail: 'An administrator will look at it.' })
    },
  )
  return (
    <ReasonDialog
      title="Report this session?"
      label="Report"
      harmless
      reasonLabel="What is wrong with it?"
      missing="Please say what is wrong with it"
      onSend={report}
      onClose={onClose}
    >
      <p>
        The administrators will see the session, who booked it and what you write here. They can
        cancel it and block the person who booked it. The customer is not told.
      </p>
    </ReasonDialog>
  )
}
