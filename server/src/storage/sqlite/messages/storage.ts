import type { Instant } from '../../../domain/time/instant.ts'
import type { MessageOfBooking } from '../../../domain/messages/message.ts'
import type { MessageStorage } from '../../port/messages.ts'
import { withOwed } from '../../rules/owing.ts'
import { done, untilDone, type Write } from '../engine/write-queue.ts'
import type { Choices } from './choices.ts'
import type { Messages } from './messages.ts'

export function createMessageStorage(
  messages: Messages,
  /** `takeUp`, inside a transaction, answers how many bookings had come to it; `owedOf` what one still owes. */
  owing: {
    readonly takeUp: (now: Instant) => number
    readonly owedOf: (bookingId: string) => MessageOfBooking[]
  },
  choices: Choices,
  write: Write,
): MessageStorage {
  return {
    takeUp: (now) => write(() => done(owing.takeUp(now))),
    lease: (asked) => write(() => done(messages.leaseNext(asked))),
    settle: (id, lease, settlement) => write(() => done(messages.settle(id, lease, settlement))),
    bounced: (messageId, at, reply) => write(() => done(messages.bounced(messageId, at, reply))),
    retry: (id, now) => write(() => done(messages.retry(id, now))),
    owe: (message) => write(() => done(messages.insert(message))),
    choicesOf: async (expertId) => choices.of(expertId),
    choose: (expertId, chosen, agendaAt) =>
      write(() => done(choices.put(expertId, chosen, agendaAt))),
    dueAgendas: async (now) => choices.due(now),
    oweAgenda: (due, message, next) => write(() => done(choices.oweAgenda(due, message, next))),
    find: async (id) => messages.find(id),
    listOfBooking: async (bookingId) =>
      withOwed(messages.listOfBooking(bookingId), owing.owedOf(bookingId)),
    listOfBookings: async (bookingIds) => bookingIds.flatMap((id) => messages.listOfBooking(id)),
    list: async (asked) => messages.list(asked),
    countOf: async () => messages.countOf(),
    forgetSettled: (before) => untilDone(() => write(() => done(messages.forgetSettled(before)))),
  }
}
