import type {
  Block as BlockView,
  Report as ReportView,
} from '@expertconnect/contract/blocks/shapes'
import type { UpcomingBooking } from '@expertconnect/contract/bookings/shapes'
import type { Block } from '../../domain/blocks/block.ts'
import type { Report } from '../../domain/blocks/report.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'
import { presentBooking } from '../bookings/present.ts'

export function presentBlock(block: Block): BlockView {
  const { id, kind, value, bookingId, startsAt, name, note, madeAt, by } = block
  return {
    id,
    kind,
    ...(value === undefined ? {} : { value }),
    booking: {
      id: bookingId,
      startsAt: formatInstant(startsAt),
      ...(name === undefined ? {} : { name }),
    },
    ...(note === undefined ? {} : { note }),
    madeAt: formatInstant(madeAt),
    by,
  }
}

export function presentUpcoming(record: BookingRecord, expert: Expert): UpcomingBooking {
  const { id, startsAt, customer } = record
  return {
    id,
    startsAt: formatInstant(startsAt),
    customer: customer.name,
    expert: expert.name,
  }
}

export function presentReport(
  report: Report,
  record: BookingRecord,
  expert: Expert,
  now: Instant,
): ReportView {
  const { id, state, reason, reportedAt, by, decidedAt, decidedBy, word } = report
  return {
    id,
    state,
    reason,
    reportedAt: formatInstant(reportedAt),
    by,
    booking: presentBooking(record, expert, now, ['admin']),
    ...(decidedAt === undefined ? {} : { decidedAt: formatInstant(decidedAt) }),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(word === undefined ? {} : { word }),
  }
}
