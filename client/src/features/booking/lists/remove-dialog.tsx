import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { forgetBooking, type LocalBooking } from '../local/local-bookings.ts'

/** Removing is not cancelling, and the list does not come back by itself: asked once. */
export function RemoveDialog({ entry, onClose }: { entry: LocalBooking; onClose: () => void }) {
  return (
    <ConfirmDialog
      danger
      title="Remove from this browser?"
      label="Remove"
      keep="Keep it here"
      onConfirm={() => {
        forgetBooking(entry.id)
        onClose()
        return Promise.resolve(null)
      }}
      onClose={onClose}
    >
      <p>
        {entry.expertName}, {formatDayTime(entry.startsAt, visitorZone())}.{' '}
        {entry.status === 'booked'
          ? 'This does not cancel the session: it only leaves this list.'
          : 'It only leaves this list.'}{' '}
        You can still open it with the private link in your confirmation e-mail, or by signing in
        with the address that you booked with.
      </p>
    </ConfirmDialog>
  )
}
