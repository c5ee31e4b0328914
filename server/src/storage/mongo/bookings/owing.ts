import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { SlotRecord } from '../../../domain/bookings/booking.ts'
import type { Message } from '../../../domain/messages/message.ts'
import { messagesOf, messagesOfChanges, tellingOf } from '../../../domain/messages/owed.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { MessageStorage } from '../../port/messages.ts'
import { takenUpAtOnce, withOwed } from '../../rules/owing.ts'
import { recordOf } from './record-mapper.ts'
import type { BookingDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'
import { messageDocOf } from '../messages/message-mapper.ts'

type OwingFields = Pick<BookingDoc, 'owed' | 'remindAt'>

/** What the document of `next`, which follows `stored`, says of what is owed: it is written with the change itself. */
export function owingAfter(
  stored: BookingDoc | null,
  next: SlotRecord,
  at: Instant,
  by?: Party,
): OwingFields {
  const telling = tellingOf(stored && recordOf(stored), next, at, by)
  const owed = [...(stored?.owed ?? []), ...telling.owed]
  const remindAt = telling.remindAt === undefined ? stored?.remindAt : telling.remindAt
  return {
    ...(owed.length > 0 ? { owed } : {}),
    ...(remindAt === undefined || remindAt === null ? {} : { remindAt }),
  }
}

export function createListOfBooking(
  { bookings }: Pick<Models, 'bookings'>,
  { listOfBookings }: Pick<MessageStorage, 'listOfBookings'>,
): MessageStorage['listOfBooking'] {
  return async (id) => {
    // Read first: it is taken away when its messages are there.
    const doc = await bookings.findById(id, { owed: 1 }).lean()
    return withOwed(await listOfBookings([id]), messagesOfChanges(id, doc?.owed ?? []))
  }
}

/**
 * Makes messages first and takes the marks away then, from documents that are still of the same version. Cut short, or
 * done by two servers at once, it is done again and finds the messages that are there.
 */
export function createTakeUp({
  bookings,
  messages,
}: Pick<Models, 'bookings' | 'messages'>): MessageStorage['takeUp'] {
  async function insert(made: readonly Message[]): Promise<void> {
    try {
      await messages.insertMany(made.map(messageDocOf), { ordered: false })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }

  async function takeUpSome(docs: readonly BookingDoc[], now: Instant): Promise<void> {
    if (docs.length === 0) return
    const made = docs.map((doc) => ({
      doc,
      ...messagesOf(recordOf(doc), doc.owed ?? [], doc.remindAt ?? null, now),
    }))
    await insert(made.flatMap(({ messages: each }) => each))
    await bookings.bulkWrite(
      made.map(({ doc: { _id, expertId, version }, remindAt }) => ({
        updateOne: {
          filter: { _id, expertId, version },
          update:
            remindAt === null
              ? { $unset: { owed: true, remindAt: true } }
              : { $unset: { owed: true }, $set: { remindAt } },
        },
      })),
      { ordered: false },
    )
  }

  return async function takeUp(now) {
    const owing = await bookings
      .find({ owed: { $exists: true } }, { answers: 0 })
      .hint('owing')
      .limit(takenUpAtOnce)
      .lean<BookingDoc[]>()
    const reminding = await bookings
      .find({ remindAt: { $lte: now } }, { answers: 0 })
      .sort({ remindAt: 1 })
      .limit(takenUpAtOnce)
      .lean<BookingDoc[]>()
    const known = new Set(owing.map(({ _id }) => _id))
    const docs = [...owing, ...reminding.filter(({ _id }) => !known.has(_id))]
    await takeUpSome(docs, now)
    return docs.length
  }
}
