import type { MessageOfBooking } from '../../domain/messages/message.ts'

/** Of so many bookings what they owe is made messages in one commit: others wait for it. */
export const takenUpAtOnce = 25

/** What is still owed, with the messages that were made already; the latest owed first. */
export function withOwed(
  made: readonly MessageOfBooking[],
  owed: readonly MessageOfBooking[],
): MessageOfBooking[] {
  const known = new Set(made.map(({ id }) => id))
  return [...made, ...owed.filter(({ id }) => !known.has(id))].toSorted(
    (a, b) => b.owedAt - a.owedAt || b.dueAt - a.dueAt || (a.id < b.id ? 1 : -1),
  )
}
