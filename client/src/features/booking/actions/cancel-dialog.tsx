import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { formatDayTime } from '../../../lib/time/time.ts'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'

export interface CancelDialogProps {
  booking: Booking
  zone: string
  viewer: Party
  /** Answers why it was refused, or nothing. */
  onCancel: (reason: string | undefined) => Promise<Problem | null>
  onClose: () => void
}

interface Words {
  /** The sentences about it. */
  readonly about: string
  readonly reason: string
  /** Who cancels on somebody says why; this is said where no reason is given. */
  readonly missing?: string
  readonly keep?: string
}

/** Asks once, with what it means, and for a reason. */
export function CancelDialog({ booking, zone, viewer, onCancel, onClose }: CancelDialogProps) {
  const { about, reason, ...more } = words[viewer](
    booking,
    formatDayTime(booking.startsAt, zone),
    zone,
  )
  return (
    <ReasonDialog
      size="s"
      title="Cancel this session?"
      label="Cancel the session"
      reasonLabel={reason}
      {...more}
      onSend={(typed) => onCancel(typed === '' ? undefined : typed)}
      onClose={onClose}
    >
      <p>{about}</p>
    </ReasonDialog>
  )
}

const words: Readonly<Record<Party, (booking: Booking, when: string, zone: string) => Words>> = {
  customer: ({ expert, changeableUntil }, when, zone) => ({
    about: `${expert.name}, ${when}. The time becomes free for others at once. Cancelling is free until ${formatDayTime(changeableUntil, zone)}.`,
    reason: `A message for ${expert.name}`,
    keep: 'Keep it',
  }),
  expert: ({ customer }, when) => {
    const who = customer?.name ?? 'the customer'
    return {
      about: `${who}, ${when}. The time becomes free again at once. It can’t be undone; proposing another time may be kinder.`,
      reason: `The reason (${who} will read it)`,
      missing: 'Please give a reason: the customer will read it',
      keep: 'Keep it',
    }
  },
  admin: ({ customer, expert }, when) => ({
    about: `${customer?.name ?? 'Somebody'} with ${expert.name}, ${when}. The time becomes free for others at once, and this cannot be undone.`,
    reason: 'Why? They will both read this',
    missing: 'Please give a reason',
  }),
}
