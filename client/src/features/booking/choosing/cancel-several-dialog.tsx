import type { UpcomingBooking } from '@expertconnect/contract/bookings/shapes'
import { call } from '../../../server/api/client.ts'
import { useChange } from '../../../server/use-change.ts'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import type { Side } from './use-choosing.ts'

/** What the server takes in one request. */
const atOnce = 100
/** The dialog names so many people, and counts the others. */
const named = 8

interface CancelSeveralDialogProps {
  chosen: readonly UpcomingBooking[]
  side: Side
  onDone: () => void
  onClose: () => void
}

/** Asks once for all of them, with whom they are, and for the reason. */
export function CancelSeveralDialog({ chosen, side, onDone, onClose }: CancelSeveralDialogProps) {
  const toast = useToast()
  const cancel = useChange(
    (reason: string) => cancelAll(side, chosen, reason),
    ({ cancelled, left }) => {
      onClose()
      onDone()
      toast({
        tone: left === 0 ? 'good' : 'info',
        title: cancelled === 1 ? '1 session is cancelled' : `${cancelled} sessions are cancelled`,
        ...(left > 0
          ? { detail: `${left} could not be cancelled: already over, or no longer there.` }
          : {}),
      })
      // The bar that was pressed in has changed.
      setTimeout(focusHeading)
    },
  )
  const one = chosen.length === 1
  return (
    <ReasonDialog
      title={one ? 'Cancel this session?' : `Cancel these ${chosen.length} sessions?`}
      label={one ? 'Cancel the session' : `Cancel ${chosen.length} sessions`}
      keep={one ? 'Keep it' : 'Keep them'}
      reasonLabel={
        side === 'desk'
          ? 'The reason (each of them will read it)'
          : 'Why? Both sides will read this'
      }
      missing="Please give a reason: each of them will read it"
      onSend={cancel}
      onClose={onClose}
    >
      <p>
        {namesOf(chosen)}. The times become free again at once, everyone is told by e-mail, and it
        can’t be undone.
      </p>
    </ReasonDialog>
  )
}

async function cancelAll(side: Side, chosen: readonly UpcomingBooking[], reason: string) {
  let cancelled = 0
  for (let from = 0; from < chosen.length; from += atOnce) {
    const ids = chosen.slice(from, from + atOnce).map(({ id }) => id)
    const { items } = await call(side === 'desk' ? 'cancelDeskBookings' : 'cancelBookings', {
      body: { ids, reason },
    })
    cancelled += items.filter(({ outcome }) => outcome === 'cancelled').length
  }
  return { cancelled, left: chosen.length - cancelled }
}

/** Whom they are of: `Mallory (11), Joan Clarke`. */
function namesOf(chosen: readonly UpcomingBooking[]): string {
  const counts = new Map<string, number>()
  for (const { customer } of chosen) counts.set(customer, (counts.get(customer) ?? 0) + 1)
  const names = [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`))
  const others = names.length - named
  return others > 0 ? `${names.slice(0, named).join(', ')} and ${others} others` : names.join(', ')
}
