import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { forgetBooking, type LocalBooking } from '../local/local-bookings.ts'

/** Removing is not cancelling, and it loses the way back: asked once. */
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
        {entry.expertName}, {formatDayTime(entry.startsAt, visitorZone())}. This does not cancel the
        session: it only leaves this list. Without its private link you can’t open it again.
      </p>
    </ConfirmDialog>
  )
}
