import type { Attendance } from '@expertconnect/contract/bookings/attendance'
import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { AttendanceOutcome, CallRole } from '@expertconnect/contract/calls/shapes'
import { formatTime } from '../../../lib/time/time.ts'

/** The two of a session, as whoever reads it calls them. */
export interface Names {
  readonly customer: string
  readonly expert: string
}

export function namesFor({ customer, expert }: Booking, viewer: Party): Names {
  return {
    customer: viewer === 'customer' ? 'You' : (customer?.name ?? 'The customer'),
    expert: viewer === 'expert' ? 'You' : expert.name,
  }
}

/** What became of it, in a sentence. */
export function outcomeWords(outcome: AttendanceOutcome, { customer, expert }: Names): string {
  const both = customer === 'You' || expert === 'You' ? 'You' : 'They'
  switch (outcome) {
    case 'completed':
      return `${both} met in the room.`
    case 'customer_missed':
      return `${expert} waited, and ${missing(customer)} there.`
    case 'expert_missed':
      return `${customer} waited, and ${missing(expert)} there.`
    case 'neither_came':
      return 'Nobody came into the room.'
    case 'too_short':
      return `It was too short to tell whether ${both.toLowerCase()} met.`
  }
}

/** Ada Lovelace was there 14:00–14:31 and 14:40–15:00. */
export function stayWords(
  name: string,
  stays: Attendance['stays'][CallRole],
  zone: string,
): string {
  if (stays.length === 0) return `${capital(missing(name))} in the room`
  const spans = stays.map(({ from, to }) => {
    const [begins, ends] = [formatTime(from, zone), formatTime(to, zone)]
    return begins === ends ? `at ${begins}` : `${begins}–${ends}`
  })
  const last = spans.pop() ?? ''
  const when = spans.length === 0 ? last : `${spans.join(', ')} and ${last}`
  return `${name} ${name === 'You' ? 'were' : 'was'} there ${when}`
}

/** As administrators choose from it. */
export const outcomeNames: Readonly<Record<AttendanceOutcome, string>> = {
  completed: 'They met',
  customer_missed: 'The customer missed it',
  expert_missed: 'The expert missed it',
  neither_came: 'Neither came',
  too_short: 'Nobody can tell',
}

function missing(name: string): string {
  return name === 'You' ? 'you weren’t' : `${name} wasn’t`
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
