import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { useSend } from '../../../server/use-send.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { doubtBooking, noteBooking } from '../known-bookings.ts'
import { bookingQuery } from '../queries.ts'

interface DisputeDialogProps {
  booking: Booking
  token: string
  onClose: () => void
}

/** Tells administrators that a session was otherwise than it seems. */
export function DisputeDialog({ booking: { id }, token, onClose }: DisputeDialogProps) {
  const toast = useToast()
  const client = useQueryClient()
  const send = useSend(
    (word: string) => call('disputeBooking', { params: { id }, body: { word } }, { bearer: token }),
    {
      onDone: ({ booking }) => {
        client.setQueryData(bookingQuery(id, token).queryKey, booking)
        noteBooking(client, booking)
        onClose()
        toast({
          tone: 'good',
          title: 'Thank you',
          detail: 'The people who run this site will look at it.',
        })
      },
      // It is not as it is shown here.
      onRefused: () => void doubtBooking(client, id, token),
    },
  )
  return (
    <ReasonDialog
      title="How did it go?"
      label="Send"
      harmless
      reasonLabel="What happened"
      missing="Please say what happened"
      onSend={(word) => send(word)}
      onClose={onClose}
    >
      <p>
        The other side and the people who run this site will read this. The people who run it then
        decide.
      </p>
    </ReasonDialog>
  )
}
