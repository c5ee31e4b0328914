import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { paths } from '../../../lib/paths.ts'
import { formatDate, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { Row } from '../../../ui/list/row.tsx'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { MailBadge } from '../facts/mail-badge.tsx'

/** One booking of everybody’s; the whole row leads to it. */
export function AdminRow({ booking }: { booking: Booking }) {
  const { id, expert, customer, startsAt, endsAt, status } = booking
  const zone = visitorZone()
  return (
    <Row
      picture={<Avatar name={expert.name} photoUrl={expert.photoUrl} size={40} />}
      title={`${customer?.name ?? 'Somebody'} with ${expert.name}`}
      to={paths.adminBooking(id)}
      states={
        <>
          <BookingBadge status={status} />
          <MailBadge booking={booking} />
        </>
      }
    >
      <p className="tabular">
        {formatDate(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        {customer && ` · ${customer.email}`}
      </p>
    </Row>
  )
}
