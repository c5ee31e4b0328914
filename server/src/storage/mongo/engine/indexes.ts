import { type Connection, mongo } from 'mongoose'
import { StorageUnavailable } from '../../port/storage-unavailable.ts'
import { indexes } from './index-list.ts'
import type { Index } from './index-shape.ts'
import type { Models } from './models.ts'
import { setValidators } from './validators.ts'

/** Of older versions: one address may have several applications that wait, and a review may be hidden. */
const obsolete: Partial<Record<keyof Models, readonly string[]>> = {
  applications: ['waiting'],
  reviews: ['page', 'stars'],
}

/** Makes what is missing. An index of ours with another definition is left as it is, for `verify` to name. */
export async function migrate(connection: Connection, models: Models): Promise<void> {
  const existing = await connection.listCollections()
  const names = new Set(existing.map(({ name }) => name))
  for (const [collection, wanted] of Object.entries(indexes)) {
    if (!names.has(collection)) await makeCollection(connection, collection)
    const { collection: stored } = models[collection as keyof Models]
    const found = new Set((await stored.indexes()).map(({ name }) => name))
    for (const name of obsolete[collection as keyof Models] ?? []) {
      if (found.has(name)) await stored.dropIndex(name)
    }
    const missing = Object.entries(wanted).filter(([name]) => !found.has(name))
    if (missing.length > 0) {
      await stored.createIndexes(missing.map(([name, index]) => ({ name, ...index })))
    }
  }
  await fillIn(models)
  await setValidators(connection, models)
}

/** What documents of older versions lack. An index that only this version has keeps its servers away until then. */
async function fillIn({ audit, experts, reviews }: Models): Promise<void> {
  await audit.updateMany({ kind: { $exists: false } }, { $set: { kind: 'administration' } })
  await experts.updateMany({ listed: { $exists: false } }, { $set: { listed: true, version: 1 } })
  await reviews.updateMany({ shown: { $exists: false } }, { $set: { shown: true, version: 1 } })
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
  const { key, unique = false, partialFilterExpression = null, expireAfterSeconds = null } = wanted
  const text = (value: unknown) => JSON.stringify(value)
  return (
    text(key) === text(found['key']) &&
    unique === (found['unique'] === true) &&
    text(partialFilterExpression) === text(found['partialFilterExpression'] ?? null) &&
    expireAfterSeconds === (found['expireAfterSeconds'] ?? null)
  )
}
