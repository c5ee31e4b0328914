import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { LateControl } from '../../late/late-control.tsx'
import { LateNotice } from '../../late/late-notice.tsx'
import { otherLate, otherName } from '../facts/presence-words.ts'
import { doubtBooking } from '../known-bookings.ts'

interface LatePartProps {
  booking: Booking
  token: string
  viewer: Exclude<Party, 'admin'>
}

/** From so long before the start it is asked whether one is late, in milliseconds. */
const asksFrom = 2 * 3_600_000

/** Who comes later, and that one does. */
export function LatePart({ booking, token, viewer }: LatePartProps) {
  const client = useQueryClient()
  const now = serverNow()
  if (booking.status !== 'booked') return null
  const who = otherName(booking, viewer)
  const isNear = now >= Date.parse(booking.startsAt) - asksFrom
  return (
    <>
      <LateNotice who={who} said={otherLate(booking, viewer)} />
      {isNear && (
        <LateControl
          bookingId={booking.id}
          token={token}
          other={who}
          said={booking.late?.[viewer]}
          onSaid={() => void doubtBooking(client, booking.id, token)}
        />
      )}
    </>
  )
}
