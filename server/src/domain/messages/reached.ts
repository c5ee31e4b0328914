import type { MessageState } from '@expertconnect/contract/messages/shapes'
import type { Instant } from '../time/instant.ts'
import type { MessageOfBooking } from './message.ts'

const tried: readonly MessageState[] = ['waiting', 'handed_over', 'refused']

/** The bookings whose customer mail does not reach: of what was tried for them until `now`, the last was refused. */
export function unreached(
  messages: readonly MessageOfBooking[],
  now: Instant,
): ReadonlySet<string> {
  const last = new Map<string, MessageOfBooking>()
  for (const message of messages) {
    const { bookingId, recipient } = message.about
    if (recipient !== 'customer' || !tried.includes(message.state) || triedAt(message) > now) {
      continue
    }
    const other = last.get(bookingId)
    if (!other || triedAt(other) < triedAt(message)) last.set(bookingId, message)
  }
  const refused = [...last.values()].filter(({ state }) => state === 'refused')
  return new Set(refused.map(({ about }) => about.bookingId))
}

function triedAt({ settledAt, dueAt }: MessageOfBooking): Instant {
  return settledAt ?? dueAt
}
