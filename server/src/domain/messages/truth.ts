import type { BookingMessageKind } from '@expertconnect/contract/messages/shapes'
import type { SlotRecord } from '../bookings/booking.ts'
import type { Instant } from '../time/instant.ts'
import type { Message, MessageOfBooking } from './message.ts'

const details: readonly BookingMessageKind[] = ['moved', 'corrected', 'cancelled']

/** What makes a message void that is owed to the same reader of a version before. */
const outdoing: Partial<Record<Message['kind'], readonly BookingMessageKind[]>> = {
  booked: details,
  moved: details,
  corrected: details,
  proposed: ['proposed', ...details],
  late: ['late'],
}

export function outdoneBy(kind: Message['kind']): readonly BookingMessageKind[] {
  return outdoing[kind] ?? []
}

/** What is to become of a message whose time has come: `send`, or why not. */
export type Verdict = 'send' | 'expired' | 'dropped'

/**
 * Whether a message about a booking is still true of it as it is now. `isOutdone`: its reader is owed, or has got, one of
 * a later version that makes it void.
 */
export function judge(
  { kind, expiresAt, about }: Pick<MessageOfBooking, 'kind' | 'expiresAt' | 'about'>,
  record: SlotRecord | null,
  isOutdone: boolean,
  now: Instant,
): Verdict {
  if (kind === 'cancelled') {
    if (record?.state !== 'cancelled') return 'dropped'
    return now < expiresAt ? 'send' : 'expired'
  }
  if (record?.state !== 'booked' || record.startsAt !== about.startsAt) return 'dropped'
  if (now >= expiresAt) return 'expired'
  if (kind === 'reminder') return 'send'
  if (isOutdone) return 'dropped'
  const isAnswered = !record.proposal && record.moreTime?.by !== 'expert'
  return kind === 'proposed' && isAnswered ? 'dropped' : 'send'
}
