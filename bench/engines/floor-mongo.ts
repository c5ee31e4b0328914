import { mongo } from 'mongoose'
import type { BookedRecord } from '../../server/src/domain/bookings/booking.ts'
import type { BookingDoc } from '../../server/src/storage/mongo/engine/documents.ts'
import { docOf } from '../built.ts'

/** One insert of the same document as ours, into a collection with the same indexes, through the bare driver. */
export async function openInserts(url: string) {
  const writeConcern = { w: 'majority', journal: true } as const
  const client = await new mongo.MongoClient(url, { writeConcern, maxPoolSize: 50 }).connect()
  const bookings = client.db().collection<BookingDoc>('bookings')

  return async function insert(record: BookedRecord): Promise<void> {
    const { id, createdAt: at } = record
    const answer = { key: id, fingerprint: id, answeredAt: at, tokenVersion: 1 }
    const answers = [{ ...answer, scope: 'claim' as const, record }]
    await bookings.insertOne(docOf(record, { answers, at, change: { kind: 'booked' }, due: true }))
  }
}
