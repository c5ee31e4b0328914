import mongoose from 'mongoose'
import { expect } from 'vitest'
import { instantOf, minute } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Content } from '../../../src/storage/port/content.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { plainContent } from '../../content.ts'
import { aBooking, fresh, now } from '../fixtures.ts'
import { dropDatabase, freshDatabase } from './mongo-store.ts'

/** One operation as the server's profiler wrote it down. */
interface Profiled {
  readonly op: string
  readonly ns: string
  readonly planSummary?: string
  readonly docsExamined?: number
  readonly keysExamined?: number
  readonly nreturned?: number
  readonly command?: Readonly<Record<string, unknown>>
}

const collections = [
  'bookings',
  'experts',
  'reviews',
  'categories',
  'uses',
  'people',
  'photos',
  'applications',
  'audit',
  'seats',
  'signals',
]
const experts = 300
/** Bookings of each expert in the content. */
export const recordsEach = 3

/** Enough of everything for a choice between two plans to be a real one. */
function muchContent(): Content {
  const { experts: plain } = plainContent()
  const categories = ['engineering', 'music', 'law', 'design', 'health'].map((slug) => {
    return { slug, name: slug, icon: slug }
  })
  const idOf = (index: number) => `expert-${String(index).padStart(3, '0')}`
  const many = Array.from({ length: experts }, (_unused, index) => {
    const one = plain[index % plain.length]
    const category = categories[index % categories.length]
    if (!one || !category) throw new Error('There is nobody to take after')
    return {
      ...one,
      id: idOf(index),
      slug: `somebody-${index}`,
      name: `Somebody Number${index}`,
      category: { slug: category.slug, name: category.name },
      languages: index % 3 === 0 ? ['en', 'de'] : ['fr'],
      hourlyRate: 5000 + ((index * 37) % experts) * 100,
    }
  })
  const records = many.flatMap(({ id }) =>
    Array.from({ length: recordsEach }, (_unused, index) =>
      aBooking({ expertId: id, slot: 200 + index * 4 }),
    ),
  )
  return {
    categories,
    experts: many,
    people: [],
    reviews: many.flatMap(({ id }, index) =>
      Array.from({ length: 6 }, (_unused, star) => ({
        id: fresh('review'),
        expertId: id,
        version: 1,
        rating: (star % 5) + 1,
        ...(star % 2 === 0 ? { text: `Review ${index}` } : {}),
        author: 'Charles B.',
        writtenAt: instantOf(now - (index * 7 + star) * minute),
      })),
    ),
    bookings: records,
  }
}

export interface ProfiledStore {
  readonly storage: Storage
  /** What the server did for this. */
  profile(work: () => Promise<unknown>): Promise<readonly Profiled[]>
  /** The same, if it went through an index for all of it. */
  expectIndexed(work: () => Promise<unknown>): Promise<readonly Profiled[]>
  close(): Promise<void>
}

/** A store with much in it, whose server writes down what it does. */
export async function openProfiled(): Promise<ProfiledStore> {
  const url = freshDatabase()
  const storage = await openStorage(url, { migrate: true })
  await storage.fill(muchContent())
  const connection = await mongoose.createConnection(url).asPromise()

  async function profile(work: () => Promise<unknown>): Promise<readonly Profiled[]> {
    const { db } = connection
    if (!db) throw new Error('There is no connection')
    await db.command({ profile: 0 })
    await db
      .collection('system.profile')
      .drop()
      .catch(() => undefined)
    await db.command({ profile: 2 })
    try {
      await work()
    } finally {
      await db.command({ profile: 0 })
    }
    const ours = collections.map((name) => `${connection.name}.${name}`)
    return db
      .collection<Profiled & mongoose.mongo.Document>('system.profile')
      .find({ ns: { $in: ours } })
      .toArray()
  }

  async function expectIndexed(work: () => Promise<unknown>): Promise<readonly Profiled[]> {
    const profiled = await profile(work)
    expect(profiled.length, 'operations that were profiled').toBeGreaterThan(0)
    expect(profiled.filter((each) => !isIndexed(each)).map(textOf)).toEqual([])
    return profiled
  }

  return {
    storage,
    profile,
    expectIndexed,
    async close() {
      await connection.close()
      await storage.close()
      await dropDatabase(url)
    },
  }
}

/** What only inserts has nothing to look for. */
function isIndexed({ op, planSummary }: Profiled): boolean {
  return op === 'insert' || (planSummary !== undefined && !planSummary.includes('COLLSCAN'))
}

function textOf({ op, ns, planSummary, command }: Profiled): string {
  const { lsid: _lsid, $db: _db, $clusterTime: _time, ...asked } = command ?? {}
  return `${op} ${ns} ${planSummary} ${JSON.stringify(asked)}`
}
