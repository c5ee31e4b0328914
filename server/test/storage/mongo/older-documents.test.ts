import mongoose from 'mongoose'
import { expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { ada, book, emptyContent, fresh, now } from '../fixtures.ts'
import { dropDatabase, freshDatabase, mongoUrl } from './mongo-store.ts'

interface Older {
  readonly _id: string
}

it.skipIf(mongoUrl === null)(
  'documents from before the desk say that customers cancelled, that nobody had paused or had a link of their own',
  async () => {
    const url = freshDatabase()
    const storage = await openStorage(url, { migrate: true })
    await storage.fill(emptyContent())
    const cancelled = cancel(await book(storage), 'Ill', now)
    const key = { key: fresh('key'), fingerprint: 'a cancellation', tokenVersion: 1 }
    await storage.bookings.change({ next: cancelled, now, key })

    const connection = await mongoose.createConnection(url).asPromise()
    const fields = { cancelledBy: 1, 'answers.$[].record.cancelledBy': 1 } as const
    const { modifiedCount } = await connection
      .collection<Older>('bookings')
      .updateOne({ _id: cancelled.id }, { $unset: fields })
    expect(modifiedCount).toBe(1)
    const older = { $unset: { 'schedule.paused': 1, meetingUrl: 1 } } as const
    await connection.collection<Older>('experts').updateOne({ _id: ada }, older)
    await connection.close()

    expect(await storage.bookings.find(cancelled.id)).toEqual(cancelled)
    const answer = await storage.bookings.findAnswer({ bookingId: cancelled.id }, key.key)
    expect(answer?.record).toEqual(cancelled)
    const expert = await storage.experts.find(ada)
    expect([expert?.schedule.paused, expert?.meetingUrl]).toEqual([false, null])
    await storage.close()
    await dropDatabase(url)
  },
)
