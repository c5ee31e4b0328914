import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'

/** What is different now, in a sentence, for whoever looked at it before. */
export function describeChange(before: Booking, after: Booking, zone: string): string | null {
  if (after.version <= before.version) return null
  if (before.status !== 'cancelled' && after.status === 'cancelled') {
    return 'This session has been cancelled in the meantime.'
  }
  if (before.startsAt === after.startsAt && before.minutes !== after.minutes) {
    const length = before.minutes < after.minutes ? 'longer' : 'shorter'
    return `This session is ${length} now: it ends at ${formatTime(after.endsAt, zone)}.`
  }
  if (before.startsAt !== after.startsAt) {
    return `This session has been moved from ${formatDayTime(before.startsAt, zone)} to ${formatDayTime(after.startsAt, zone)}.`
  }
  if (!before.proposal && after.proposal) {
    return `${after.expert.name} proposes another time: ${formatDayTime(after.proposal.startsAt, zone)}.`
  }
  if (before.proposal && !after.proposal) return 'The proposal of another time was withdrawn.'
  if (isSaidElsewhere(before, after)) return null
  return 'The details of this booking have been changed in the meantime.'
}

/** Who comes later, who was there, and more time have places of their own on the page. */
function isSaidElsewhere(before: Booking, after: Booking): boolean {
  const said = ({ late, attendance, moreTime }: Booking) =>
    JSON.stringify([late, attendance, moreTime?.offeredBy])
  return said(before) !== said(after)
}
