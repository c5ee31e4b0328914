import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { paths } from '../../../lib/paths.ts'
import { formatDate, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { Row } from '../../../ui/list/row.tsx'
import { ChooseBox } from '../choosing/choose-box.tsx'
import type { Choosing } from '../choosing/use-choosing.ts'
import { BookingBadge } from '../facts/booking-badge.tsx'
import { MailBadge } from '../facts/mail-badge.tsx'

interface AdminRowProps {
  booking: Booking
  /** Where several are being chosen. */
  choosing?: Choosing | undefined
}

/** One booking of everybody’s; the whole row leads to it. */
export function AdminRow({ booking, choosing }: AdminRowProps) {
  const { id, expert, customer, startsAt, endsAt, status } = booking
  const zone = visitorZone()
  return (
    <Row
      picture={<Avatar name={expert.name} photoUrl={expert.photoUrl} size={40} />}
      title={`${customer?.name ?? 'Somebody'} with ${expert.name}`}
      {...(choosing
        ? { actions: <ChooseBox booking={booking} zone={zone} choosing={choosing} /> }
        : { to: paths.adminBooking(id) })}
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
