import mongoose from 'mongoose'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import type { BookingDoc } from '../../../src/storage/mongo/engine/documents.ts'

/** Every record as it stands in the database, behind the port. */
export async function readBookings(url: string): Promise<BookingDoc[]> {
  const connection = await mongoose.createConnection(url).asPromise()
  const docs = await connection
    .collection<BookingDoc>('bookings')
    .find({}, { readConcern: { level: 'majority' } })
    .toArray()
  await connection.close()
  return docs
}

/** What is half done, or belongs to two. */
export function faultsIn(docs: readonly BookingDoc[]): string[] {
  const owners = new Map<string, string>()
  const faults: string[] = []
  const own = (name: string, id: string) => {
    const other = owners.get(name)
    if (other !== undefined) faults.push(`${name} belongs to ${other} and to ${id}`)
    owners.set(name, id)
  }
  for (const doc of docs) {
    faults.push(...faultsOf(doc).map((fault) => `${doc._id} (${doc.state}): ${fault}`))
    if (doc.active) for (const cell of doc.cells) own(`cell ${doc.expertId} ${cell}`, doc._id)
    for (const { scope, key } of doc.answers) {
      own(`key ${scope === 'claim' ? doc.expertId : doc._id} ${key}`, doc._id)
    }
  }
  return faults
}

function faultsOf(doc: BookingDoc): string[] {
  const { state, version, answers, change } = doc
  const live = state === 'held' || state === 'booked'
  const claimKeys = answers.filter(({ scope }) => scope === 'claim').map(({ key }) => key)
  const kinds = {
    held: ['held'],
    released: ['released'],
    booked: ['booked', 'moved', 'corrected'],
    cancelled: ['cancelled'],
  }[state]
  const told = answers.map(({ record }) => record)
  const last = told.at(-1)
  const checks: Record<string, boolean> = {
    'active is another': doc.active === live,
    'cells are not those of its time': isSame(doc.cells, live ? cellsOf(doc) : []),
    'the last change is another': change === undefined || kinds.includes(change.kind),
    'it came from somewhere without having moved':
      change?.from === undefined || change.kind === 'moved' || change.kind === 'held',
    'claim keys and answers differ': isSame(doc.claimKeys ?? [], claimKeys),
    'an answer is of another record': told.every(({ id }) => id === doc._id),
    'answers are not one a version, in order': told.every(
      (record, index) => record.version > (told[index - 1]?.version ?? 0),
    ),
    'an answer is newer than the record': (last?.version ?? 0) <= version,
    // Sessions change with a key only: the last answer is what stands.
    'the last answer is not what stands':
      change === undefined ||
      !isBooking(state) ||
      (last?.version === version &&
        last.state === state &&
        last.startsAt === doc.startsAt &&
        last.endsAt === doc.endsAt &&
        last.until === doc.until),
    'a session has its customer, nothing else has': isBooking(state) === 'customer' in doc,
    'released without the time, or the other way round':
      (state === 'released') === 'releasedAt' in doc,
  }
  return Object.entries(checks).flatMap(([fault, holds]) => (holds ? [] : [fault]))
}

function isBooking(state: BookingDoc['state']): boolean {
  return state === 'booked' || state === 'cancelled'
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
