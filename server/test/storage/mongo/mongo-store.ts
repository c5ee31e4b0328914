import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { inject } from 'vitest'
import { openStorage } from '../../../src/storage/open.ts'
import type { OpenedStore, OwnedCell } from '../store.ts'

/** Where this is null, there is no server, and what needs one is skipped: `npm test` says so at its end. */
export const mongoUrl = inject('mongoUrl')

/** The address of a database that nobody has used yet. */
export function freshDatabase(): string {
  if (mongoUrl === null) throw new Error('There is no MongoDB server')
  const name = `ec_${randomBytes(8).toString('hex')}`
  // No URL: several hosts may stand in it.
  return mongoUrl.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`)
}

export async function dropDatabase(url: string): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise()
  await connection.dropDatabase()
  await connection.close()
}

/** Emptied for the next test: making all indexes anew takes longer than most tests. */
const spare: string[] = []

export async function dropSpareDatabases(): Promise<void> {
  for (const url of spare.splice(0)) await dropDatabase(url)
}

async function emptyDatabase(url: string): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise()
  const collections = await connection.listCollections()
  const writeConcern = { w: 'majority' } as const
  await Promise.all(
    collections.map(({ name }) => connection.collection(name).deleteMany({}, { writeConcern })),
  )
  await connection.close()
  spare.push(url)
}

export async function openMongo(): Promise<OpenedStore> {
  const url = spare.pop() ?? freshDatabase()
  const storage = await openStorage(url, { migrate: true })
  return {
    storage,
    async reopen() {
      await storage.close()
      return openStorage(url)
    },
    ownedCells: () => readCells(url),
    dispose: () => emptyDatabase(url),
  }
}

export async function readCells(url: string): Promise<OwnedCell[]> {
  const connection = await mongoose.createConnection(url).asPromise()
  const docs = await connection
    .collection<{ _id: string; expertId: string; cells: number[] }>('bookings')
    .find({ active: true })
    .toArray()
  await connection.close()
  return docs
    .flatMap(({ _id, expertId, cells }) => cells.map((cell) => ({ expertId, cell, recordId: _id })))
    .toSorted((a, b) =>
      a.expertId < b.expertId ? -1 : a.expertId > b.expertId ? 1 : a.cell - b.cell,
    )
}
