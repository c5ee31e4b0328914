import { otherRole } from '@expertconnect/contract/calls/other-role'
import type { Deps } from '../../base/deps.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import { allMails, isWanted } from '../../domain/messages/choices.ts'
import {
  isOfBooking,
  type Message,
  type MessageOfBooking,
  nextAttempt,
} from '../../domain/messages/message.ts'
import { judge } from '../../domain/messages/truth.ts'
import { minute, plus } from '../../domain/time/instant.ts'
import type { Mail } from '../../mail/mail.ts'
import { type Handover, longestHandover } from '../../mail/transport.ts'
import type { LeasedMessage, Settlement } from '../../storage/port/messages.ts'
import type { Letters } from './letters.ts'
import type { MailPause } from './pause.ts'

/** Longer than an attempt takes at the most, with what is read and written around it. */
const leaseMs = longestHandover + minute

/** `idle`: nothing was due, or mail is paused. */
export type Delivered = 'idle' | 'went on'

/** What is to be sent, or why nothing is. */
type Draft = { readonly mail: Mail } | { readonly not: 'dropped' | 'expired' }

/**
 * Takes messages whose time has come, one by one, and hands each over if it is still true. Any number of them may run,
 * on any number of servers. A mail goes out twice only if its server dies, or the line breaks, between the handing over
 * and the record of it.
 */
export function createDelivery(
  {
    storage,
    clock,
    newId,
    transport,
    newMessageId,
  }: Pick<Deps, 'storage' | 'clock' | 'newId' | 'transport' | 'newMessageId'>,
  letters: Letters,
  pause: MailPause,
) {
  async function draft({ message, isOutdone }: LeasedMessage): Promise<Draft> {
    if (!isOfBooking(message)) {
      if (clock() >= message.expiresAt) return { not: 'expired' }
      const mail =
        message.kind === 'agenda' ? await letters.agenda(message) : letters.toPerson(message)
      return mail ? { mail } : { not: 'dropped' }
    }
    // Read after the lease was taken: what is committed from here on is owed a message of its own.
    const record = await storage.bookings.find(message.about.bookingId)
    const verdict = judge(message, record, isOutdone, clock())
    if (verdict !== 'send') return { not: verdict }
    if (!isBooking(record) || !(await isStillWanted(message, record.expertId))) {
      return { not: 'dropped' }
    }
    if (message.kind === 'waiting' && !(await isStillAwaited(message))) return { not: 'dropped' }
    if (message.kind === 'late' && !(await isStillNews(message, record))) return { not: 'dropped' }
    const mail = await letters.aboutBooking(message, record)
    return mail ? { mail } : { not: 'dropped' }
  }

  /** Customers asked for what they get by booking. */
  async function isStillWanted(
    { kind, about }: MessageOfBooking,
    expertId: string,
  ): Promise<boolean> {
    if (about.recipient === 'customer') return true
    return isWanted(kind, (await storage.messages.choicesOf(expertId)) ?? allMails)
  }

  /** Whoever was in the room has seen who is there. */
  async function isStillAwaited({ about }: MessageOfBooking): Promise<boolean> {
    const seats = await storage.calls.listSeats(about.bookingId)
    const own = seats.find(({ role }) => role === about.recipient)
    return own === undefined && seats.some(({ seat }) => seat !== null)
  }

  /** Whoever is in the room sees it; and that somebody comes in time after all is news to whoever was told otherwise. */
  async function isStillNews(
    { kind, about: { bookingId, recipient } }: MessageOfBooking,
    record: BookingRecord,
  ): Promise<boolean> {
    const seats = await storage.calls.listSeats(bookingId)
    if (seats.some(({ role, seat }) => role === recipient && seat !== null)) return false
    if (record.state === 'booked' && record.late?.[otherRole(recipient)]) return true
    const all = await storage.messages.listOfBooking(bookingId)
    return all.some(
      (each) =>
        each.kind === kind && each.about.recipient === recipient && each.state === 'handed_over',
    )
  }

  function settlementOf(message: Message, handover: Handover): Settlement {
    const now = clock()
    switch (handover.kind) {
      case 'handed_over':
      case 'refused':
        return { kind: handover.kind, at: now, reply: handover.reply }
      case 'deferred': {
        const dueAt = nextAttempt(message, now)
        const { reply } = handover
        return dueAt === null
          ? { kind: 'expired', at: now, reply }
          : { kind: 'again', dueAt, costs: 'an attempt', reply }
      }
      case 'unknown':
        return {
          kind: 'again',
          dueAt: plus(now, minute),
          costs: 'a crash',
          reply: handover.reason,
        }
      case 'unreachable':
        return { kind: 'again', dueAt: message.dueAt, costs: 'nothing', reply: handover.reason }
    }
  }

  async function deliver(leased: LeasedMessage): Promise<Settlement> {
    const { message } = leased
    const drafted = await draft(leased)
    if ('not' in drafted) return { kind: drafted.not, at: clock(), reply: message.reply }
    const handover = await transport.handOver(drafted.mail, message.stamp)
    if (handover.kind === 'unreachable') pause.begin(handover.reason)
    else if (handover.kind !== 'unknown') pause.end()
    return settlementOf(message, handover)
  }

  return {
    /** `onTaken` is called when there was one, before it is handed over. */
    async deliverNext(onTaken: () => void = () => undefined): Promise<Delivered> {
      if (!pause.isOver()) return 'idle'
      const now = clock()
      const leased = await storage.messages.lease({
        now,
        forMs: leaseMs,
        name: newId(),
        stamp: { messageId: newMessageId(), date: now },
      })
      if (!leased) return 'idle'
      onTaken()
      const settlement = await deliver(leased)
      await storage.messages.settle(leased.message.id, leased.lease, settlement)
      return 'went on'
    },
  }
}
