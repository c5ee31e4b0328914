import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { forgetBooking, type LocalBooking } from '../local/local-bookings.ts'

/** Removing is not cancelling, and it loses the way back: asked once. */
export function RemoveDialog({ entry, onClose }: { entry: LocalBooking; onClose: () => void }) {
  return (
    <Dialog
      open
      size="s"
      title="Remove from this browser?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it here</Button>
          <Button
            variant="danger"
            onClick={() => {
              forgetBooking(entry.id)
              onClose()
            }}
          >
            Remove
          </Button>
        </>
      }
    >
      <p>
        {entry.expertName}, {formatDayTime(entry.startsAt, visitorZone())}. This does not cancel the
        session: it only leaves this list. Without its private link you can’t open it again.
      </p>
    </Dialog>
  )
}
