import type { ClientSession } from 'mongoose'
import {
  failedStates,
  isOfBooking,
  isPoisoned,
  type Message,
} from '../../../domain/messages/message.ts'
import { outdoneBy } from '../../../domain/messages/truth.ts'
import { type Instant, plus } from '../../../domain/time/instant.ts'
import type { LeaseAsked, LeasedMessage, MessagesAsked, Settlement } from '../../port/messages.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import { pageOf } from '../../rules/page-of.ts'
import { earlierThan } from '../engine/behind.ts'
import type { MessageDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'
import { messageDocOf, messageOf } from './message-mapper.ts'

/** So soon whoever gave a message back finds it again. */
const givenBackMs = 1000

export type Messages = ReturnType<typeof createMessages>

export function createMessages({ messages }: Pick<Models, 'messages'>) {
  const free = { lease: null, leaseUntil: new Date(0) }
  const shown = {
    all: {},
    waiting: { state: 'waiting' },
    failed: { state: { $in: failedStates } },
  } as const

  /** In the transaction of what it tells of. */
  async function insert(message: Message, session: ClientSession): Promise<void> {
    await messages.create([messageDocOf(message)], { session })
  }

  async function owe(message: Message): Promise<void> {
    const { _id, ...fields } = messageDocOf(message)
    await messages.updateOne({ _id }, { $setOnInsert: fields }, { upsert: true })
  }

  function takeNext({ now, forMs, name, stamp }: LeaseAsked): Promise<MessageDoc | null> {
    return messages
      .findOneAndUpdate(
        {
          state: 'waiting',
          dueAt: { $lte: now },
          $expr: { $lte: ['$leaseUntil', '$$NOW'] },
        },
        [
          {
            $set: {
              lease: { $literal: name },
              leaseUntil: { $add: ['$$NOW', forMs] },
              crashes: { $add: ['$crashes', 1] },
              stamp: { $ifNull: ['$stamp', { $literal: stamp }] },
            },
          },
        ],
        { sort: { dueAt: 1, owedAt: 1 }, returnDocument: 'after', updatePipeline: true },
      )
      .lean<MessageDoc>()
  }

  /** Of two that were leased at once in one line, the first one: told by when their leases end, all being as long. */
  async function isBehindAnother({ _id, line, leaseUntil }: MessageDoc): Promise<boolean> {
    const others = await messages
      .find({
        line,
        state: 'waiting',
        _id: { $ne: _id },
        $expr: { $gt: ['$leaseUntil', '$$NOW'] },
      })
      // The newest, whether or not a majority has it.
      .readConcern('local')
      .lean()
    const order = (doc: Pick<MessageDoc, '_id' | 'leaseUntil'>) =>
      `${doc.leaseUntil.toISOString()} ${doc._id}`
    return others.some((other) => order(other) < order({ _id, leaseUntil }))
  }

  /** Gives back what has to wait, parks what broke too often, and goes on to the next one. */
  async function lease(asked: LeaseAsked): Promise<LeasedMessage | null> {
    const { now, name } = asked
    for (;;) {
      const doc = await takeNext(asked)
      if (!doc) return null
      const mine = { _id: doc._id, lease: name }
      // The next one that is taken gets the same: two mails of one Message-ID are one to whoever has both.
      const isNew = doc.stamp?.messageId === asked.stamp.messageId
      const left = { ...free, ...(isNew ? { stamp: null } : {}) }
      if (isPoisoned({ crashes: doc.crashes - 1 })) {
        const parked = { state: 'parked', settledAt: now, ...left } as const
        await messages.updateOne(mine, { $set: parked, $inc: { crashes: -1 } })
      } else if (await isBehindAnother(doc)) {
        const change = { $set: { dueAt: plus(now, givenBackMs), ...left }, $inc: { crashes: -1 } }
        await messages.updateOne(mine, change)
      } else {
        const message = messageOf(doc)
        return {
          message: { ...message, stamp: message.stamp ?? asked.stamp },
          lease: name,
          isOutdone: await isOutdone(message),
        }
      }
    }
  }

  async function isOutdone(message: Message): Promise<boolean> {
    const kinds = outdoneBy(message.kind)
    if (!isOfBooking(message) || kinds.length === 0) return false
    const version = { $gt: message.about.version }
    const later = { line: message.line, kind: { $in: kinds }, version }
    return (await messages.exists(later)) !== null
  }

  async function settle(id: string, name: string, settlement: Settlement): Promise<boolean> {
    const { reply } = settlement
    const { matchedCount } = await messages.updateOne(
      { _id: id, lease: name },
      settlement.kind === 'again'
        ? {
            $set: {
              dueAt: settlement.dueAt,
              reply,
              ...free,
              ...(settlement.costs === 'an attempt' ? { crashes: 0 } : {}),
            },
            $inc: {
              ...(settlement.costs === 'an attempt' ? { attempts: 1 } : {}),
              // The lease has counted as one.
              ...(settlement.costs === 'nothing' ? { crashes: -1 } : {}),
            },
          }
        : { $set: { state: settlement.kind, settledAt: settlement.at, reply, ...free } },
    )
    return matchedCount === 1
  }

  async function bounced(messageId: string, at: Instant, reply: string): Promise<boolean> {
    const { matchedCount } = await messages.updateOne(
      { 'stamp.messageId': messageId, state: 'handed_over' },
      { $set: { state: 'refused', settledAt: at, reply } },
    )
    return matchedCount === 1
  }

  async function retry(id: string, now: Instant): Promise<boolean> {
    const { matchedCount } = await messages.updateOne(
      { _id: id, state: { $in: failedStates }, expiresAt: { $gt: now } },
      { $set: { state: 'waiting', dueAt: now, attempts: 0, crashes: 0, settledAt: null } },
    )
    return matchedCount === 1
  }

  async function find(id: string): Promise<Message | null> {
    const doc = await messages.findById(id).lean()
    return doc && messageOf(doc)
  }

  async function forgetSettled(before: Instant): Promise<number> {
    return (await messages.deleteMany({ settledAt: { $lt: before } })).deletedCount
  }

  async function list({ show, after, limit }: MessagesAsked): Promise<Page<Message, TimePlace>> {
    const docs = await messages
      .find({ ...shown[show], ...earlierThan('owedAt', after) })
      .sort({ owedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(messageOf), limit, (last) => ({ at: last.owedAt, id: last.id }))
  }

  async function listOfBookings(bookingIds: readonly string[]) {
    const docs = await messages.find({ bookingId: { $in: bookingIds } }).lean()
    return docs.map(messageOf).filter(isOfBooking)
  }

  async function countOf(): Promise<{ waiting: number; failed: number }> {
    const [waiting, failed] = await Promise.all([
      messages.countDocuments(shown.waiting),
      messages.countDocuments(shown.failed),
    ])
    return { waiting, failed }
  }

  return {
    insert,
    owe,
    lease,
    settle,
    bounced,
    retry,
    find,
    listOfBookings,
    list,
    countOf,
    forgetSettled,
  }
}
