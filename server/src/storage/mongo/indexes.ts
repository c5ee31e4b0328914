import { type Connection, mongo } from 'mongoose'
import { StorageUnavailable } from '../storage-unavailable.ts'
import type { Models } from './models.ts'

interface Index {
  readonly key: Readonly<Record<string, 1 | -1>>
  readonly unique?: true
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>
}

type Indexes = Readonly<Record<string, Index>>

/** By collection and name. Unique ones of bookings begin with the key that a cluster would be sharded by. */
const indexes: Readonly<Record<keyof Models, Indexes>> = {
  bookings: {
    // Decides every race for a slot.
    cell_owner: {
      key: { expertId: 1, cells: 1 },
      unique: true,
      partialFilterExpression: { active: true },
    },
    claim_key: {
      key: { expertId: 1, claimKeys: 1 },
      unique: true,
      partialFilterExpression: { claimKeys: { $exists: true } },
    },
    // With all that a board needs, so that no document is fetched for it.
    occupied_time: {
      key: {
        expertId: 1,
        until: 1,
        startsAt: 1,
        endsAt: 1,
        state: 1,
        expiresAt: 1,
        version: 1,
        _id: 1,
        // What a partial index promises is looked up all the same.
        active: 1,
      },
      partialFilterExpression: { active: true },
    },
    live_holds_of: { key: { holder: 1, expiresAt: 1 }, partialFilterExpression: { state: 'held' } },
    bookings_of: { key: { emailKey: 1, endsAt: 1 }, partialFilterExpression: { state: 'booked' } },
    // With what a page of somebody's bookings is chosen by.
    bookings_of_by_start: {
      key: { emailKey: 1, state: 1, startsAt: 1, _id: 1, endsAt: 1 },
      partialFilterExpression: { emailKey: { $exists: true } },
    },
    expiring: { key: { expiresAt: 1 }, partialFilterExpression: { state: 'held' } },
    released: { key: { releasedAt: 1 }, partialFilterExpression: { state: 'released' } },
    due: { key: { due: 1, expertId: 1 }, partialFilterExpression: { due: true } },
  },
  experts: {
    slug: { key: { slug: 1 }, unique: true },
    by_soonest: { key: { soonest: 1, _id: 1 } },
    by_rating: { key: { ratingRank: 1, _id: 1 } },
    by_price: { key: { hourlyRate: 1, _id: 1 } },
    category_by_soonest: { key: { 'category.slug': 1, soonest: 1, _id: 1 } },
    category_by_rating: { key: { 'category.slug': 1, ratingRank: 1, _id: 1 } },
    category_by_price: { key: { 'category.slug': 1, hourlyRate: 1, _id: 1 } },
    language_by_soonest: { key: { spoken: 1, soonest: 1, _id: 1 } },
    words: { key: { words: 1 } },
    refresh: { key: { refreshAt: 1, _id: 1 } },
  },
  reviews: {
    page: { key: { expertId: 1, hasText: -1, writtenAt: -1, _id: -1 } },
    stars: { key: { expertId: 1, rating: 1 } },
  },
  categories: { position: { key: { position: 1 } } },
  uses: { ended: { key: { endsAt: 1 } } },
  people: {
    email: { key: { emailKey: 1 }, unique: true },
    admins: { key: { isAdmin: 1 }, partialFilterExpression: { isAdmin: true } },
  },
  sessions: {
    token: { key: { tokenHash: 1 }, unique: true },
    sessions_of: { key: { personId: 1, seenAt: -1, _id: -1 } },
    ended: { key: { endsAt: 1 } },
  },
  challenges: {
    link: { key: { linkHash: 1 }, unique: true },
    expired: { key: { expiresAt: 1 } },
  },
}

/** Makes what is missing. An index of ours with another definition is left as it is, for `verify` to name. */
export async function migrate(connection: Connection, models: Models): Promise<void> {
  const existing = await connection.listCollections()
  const names = new Set(existing.map(({ name }) => name))
  for (const [collection, wanted] of Object.entries(indexes)) {
    if (!names.has(collection)) await makeCollection(connection, collection)
    const { collection: stored } = models[collection as keyof Models]
    const found = new Set((await stored.indexes()).map(({ name }) => name))
    const missing = Object.entries(wanted).filter(([name]) => !found.has(name))
    if (missing.length > 0) {
      await stored.createIndexes(missing.map(([name, index]) => ({ name, ...index })))
    }
  }
}

/** Several servers may start on one empty database at once; each goes on with what any of them has made. */
async function makeCollection(connection: Connection, name: string): Promise<void> {
  try {
    await connection.createCollection(name)
  } catch (error) {
    const alreadyThere = 48
    if (!(error instanceof mongo.MongoServerError && error.code === alreadyThere)) throw error
  }
}

/** Refuses to serve with any index that is missing or not as it must be: without them a slot could be sold twice. */
export async function verify(models: Models): Promise<void> {
  for (const [collection, wanted] of Object.entries(indexes)) {
    const { collection: stored } = models[collection as keyof Models]
    const found = await stored.indexes().catch(noneIfThereIsNoCollection)
    for (const [name, index] of Object.entries(wanted)) {
      const there = found.find((each) => each.name === name)
      if (there && isSame(index, there)) continue
      throw new StorageUnavailable(
        there
          ? `The index ${name} of ${collection} is not as it must be. Drop it, then run: npm run migrate`
          : `The index ${name} of ${collection} is missing. Run: npm run migrate`,
      )
    }
  }
}

function noneIfThereIsNoCollection(error: unknown): never[] {
  const noSuchCollection = 26
  if (error instanceof mongo.MongoServerError && error.code === noSuchCollection) return []
  throw error
}

function isSame(wanted: Index, found: Readonly<Record<string, unknown>>): boolean {
  const { key, unique = false, partialFilterExpression = null } = wanted
  const text = (value: unknown) => JSON.stringify(value)
  return (
    text(key) === text(found['key']) &&
    unique === (found['unique'] === true) &&
    text(partialFilterExpression) === text(found['partialFilterExpression'] ?? null)
  )
}
