import mongoose from 'mongoose'
import type { BookingDoc, MessageDoc } from '../../server/src/storage/mongo/engine/documents.ts'
import {
  killPrimary,
  startThreeNodes,
  stepDown,
  takesWrites,
} from '../../server/test/servers/three-nodes.ts'
import { crashPoints, pointsOnMongo } from '../server/points.ts'
import type { Engine, Stored } from './engine.ts'

/** A replica set of three nodes, whose primary is killed and asked to give way, with two servers on it. */
export async function openMongoEngine(): Promise<Engine> {
  const nodes = await startThreeNodes()
  const url = nodes.getUri('proof')
  const connection = await mongoose.createConnection(url).asPromise()
  /** Starts a node again that was killed. */
  let mending: Promise<void> = Promise.resolve()

  async function read(): Promise<Stored> {
    const committed = { readConcern: { level: 'majority' } } as const
    const docs = await connection.collection<BookingDoc>('bookings').find({}, committed).toArray()
    const messages = await connection
      .collection<MessageDoc>('messages')
      .find({ bookingId: { $exists: true } }, committed)
      .toArray()
    return {
      records: docs.map((doc) => ({
        id: doc._id,
        expertId: doc.expertId,
        state: doc.state,
        version: doc.version,
        startsAt: doc.startsAt,
        until: doc.until,
        expiresAt: doc.expiresAt ?? null,
        isOwing: (doc.owed?.length ?? 0) > 0,
      })),
      cells: docs
        .filter(({ active }) => active)
        .flatMap(({ _id: recordId, expertId, cells }) =>
          cells.map((cell) => ({ expertId, cell, recordId })),
        ),
      answers: docs.flatMap(({ _id: recordId, answers }) =>
        answers.map(({ key }) => ({ key, recordId })),
      ),
      messages: messages.map(({ _id: id, kind, about, state, dueAt, stamp, ...message }) => ({
        id,
        kind,
        bookingId: message.bookingId ?? '',
        recipient: 'recipient' in about ? about.recipient : '',
        version: message.version ?? 0,
        state,
        dueAt,
        messageId: stamp?.messageId ?? null,
      })),
    }
  }

  return {
    name: 'MongoDB, three nodes',
    url,
    servers: 2,
    points: pointsOnMongo,
    crashPoints,
    read,

    async disturb(chance) {
      await mending
      if (chance < 0.5) {
        await stepDown(nodes)
        await takesWrites(nodes)
        return 'the primary gave way'
      }
      const restart = await killPrimary(nodes)
      await takesWrites(nodes)
      mending = restart()
      return 'the primary was killed'
    },

    async close() {
      await mending
      await connection.close(true)
      await nodes.stop()
    },
  }
}
