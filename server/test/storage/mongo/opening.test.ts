import { MongoMemoryServer } from 'mongodb-memory-server-core'
import mongoose from 'mongoose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findMongod } from '../../../../scripts/find-mongod.mjs'
import { ageOf } from '../../../src/storage/mongo/engine/open.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { StorageUnavailable } from '../../../src/storage/port/storage-unavailable.ts'
import { emptyContent } from '../fixtures.ts'
import { dropDatabase, freshDatabase, mongoUrl } from './mongo-store.ts'

/** The one line that an operator reads. */
async function faultOf(url: string, migrate = false): Promise<string> {
  try {
    await (await openStorage(url, { migrate })).close()
  } catch (error) {
    if (error instanceof StorageUnavailable) return error.message
    throw error
  }
  throw new Error('It opened')
}

describe('versions of MongoDB', () => {
  it.each([
    ['3.6.23', 'too old'],
    ['4.0.28', 'too old'],
    ['4.1.13', 'too old'],
    ['4.2.0', 'old'],
    ['4.3.1', 'old'],
    ['4.4.29', 'old'],
    ['5.0.31', 'old'],
    ['5.10.0', 'old'],
    ['6.0.0', 'advised'],
    ['6.0.0-rc1', 'advised'],
    ['8.2.1', 'advised'],
    ['10.0.0', 'advised'],
    ['', 'too old'],
    [undefined, 'too old'],
  ])('%s is %s', (version, age) => {
    expect(ageOf(version)).toBe(age)
  })
})

describe('an address', () => {
  it.each([
    'mongodb://',
    'mongodb://root:hunter2@127.0.0.1:99999/ec',
    'mongodb://root:hunter2@127.0.0.1:1/ec?nonsense=3',
    'mongodb://root:hun@hunter2@127.0.0.1:1/ec',
    'mongodb://root:hun/hunter2@127.0.0.1:1/ec',
    'mongodb://root:hun?hunter2@127.0.0.1:1/ec',
    'mongodb://root:hun%hunter2@127.0.0.1:1/ec',
    'mongodb+srv://root:hunter2@127.0.0.1:1/ec',
  ])('%s is said to be none, without its password', async (url) => {
    expect(await faultOf(url)).toBe('DATABASE_URL is no valid MongoDB address')
  })

  it.each(['mongodb://root:hunter2@127.0.0.1:1/ec', 'mongodb+srv://root:hunter2@no.invalid/ec'])(
    '%s that nobody answers at is named without its password, within seconds',
    async (url) => {
      const begun = performance.now()
      const fault = await faultOf(url)
      expect(performance.now() - begun).toBeLessThan(10_000)
      const place = url.replace(/^.*@/, '')
      expect(fault).toBe(
        `MongoDB at ${place} cannot be reached, or has no primary. Is it running, and is the address right?`,
      )
    },
  )
})

describe.skipIf(mongoUrl === null)('opening a MongoDB store', () => {
  let url: string
  let own: MongoMemoryServer | undefined
  beforeEach(() => {
    url = freshDatabase()
  })
  afterEach(async () => {
    await own?.stop()
    own = undefined
    await dropDatabase(url)
  })

  /** A server that is no replica set; `auth`: one that asks who one is. */
  async function startStandalone(auth = false): Promise<string> {
    const systemBinary = findMongod()
    own = await MongoMemoryServer.create({
      instance: { storageEngine: 'wiredTiger' },
      binary: systemBinary ? { systemBinary } : {},
      auth: { enable: auth },
    })
    return new URL(own.getUri()).host
  }

  async function inDatabase<T>(work: (connection: mongoose.Connection) => Promise<T>): Promise<T> {
    const connection = await mongoose.createConnection(url).asPromise()
    try {
      return await work(connection)
    } finally {
      await connection.close()
    }
  }

  async function migrate(): Promise<void> {
    await (await openStorage(url, { migrate: true })).close()
  }

  it('says that the user name or the password is wrong, without them', async () => {
    const host = await startStandalone(true)
    expect(await faultOf(`mongodb://root:hunter2@${host}/ec`)).toBe(
      `MongoDB at ${host}/ec refuses the user name or the password`,
    )
  })

  it('says that a server is no replica set, and what to do', async () => {
    const host = await startStandalone()
    expect(await faultOf(`mongodb://${host}/ec`, true)).toBe(
      `MongoDB at ${host}/ec is no replica set, which live updates need. Start it with --replSet and initiate it (one node is enough)`,
    )
  })

  it('warns of a server that is no longer maintained, and of no other', async () => {
    const version = await inDatabase(async ({ db }) => (await db?.admin().buildInfo())?.['version'])
    const lines: string[] = []
    const storage = await openStorage(url, { migrate: true, warn: (line) => lines.push(line) })
    await storage.close()
    const warning = `WARNING: MongoDB ${version} is no longer maintained. Use 6.0 or newer.`
    expect(lines).toEqual(ageOf(String(version)) === 'old' ? [warning] : [])
  })

  it('refuses an empty database without migrating it, and makes nothing in it', async () => {
    expect(await faultOf(url)).toBe(
      'The index cell_owner of bookings is missing. Run: npm run migrate',
    )
    expect(await inDatabase((connection) => connection.listCollections())).toEqual([])
  })

  it('refuses to serve without an index, and migrating makes it', async () => {
    await migrate()
    await inDatabase((connection) => connection.collection('experts').dropIndex('refresh'))
    expect(await faultOf(url)).toBe('The index refresh of experts is missing. Run: npm run migrate')
    await migrate()
    await (await openStorage(url)).close()
  })

  it.each([
    ['without unique', { partialFilterExpression: { active: true } }],
    ['for all records', { unique: true }],
    ['of other records', { unique: true, partialFilterExpression: { active: false } }],
  ])('refuses to serve with a cell_owner %s, migrating or not', async (_kind, options) => {
    await migrate()
    await inDatabase(async (connection) => {
      const bookings = connection.collection('bookings')
      await bookings.dropIndex('cell_owner')
      await bookings.createIndex({ expertId: 1, cells: 1 }, { name: 'cell_owner', ...options })
    })
    const fault =
      'The index cell_owner of bookings is not as it must be. Drop it, then run: npm run migrate'
    expect(await faultOf(url)).toBe(fault)
    expect(await faultOf(url, true)).toBe(fault)
  })

  it('migrates a second time without a change', async () => {
    const picture = () =>
      inDatabase(async (connection) => {
        const collections = await connection.listCollections()
        return Promise.all(
          collections
            .toSorted((a, b) => (a.name < b.name ? -1 : 1))
            .map(async (each) => [each, await connection.collection(each.name).indexes()]),
        )
      })
    await migrate()
    const first = await picture()
    expect(first.length).toBeGreaterThan(3)
    await migrate()
    expect(await picture()).toEqual(first)
  })

  it('of two servers that start on an empty database at once lets one fill it', async () => {
    const content = emptyContent()
    const start = async () => {
      const storage = await openStorage(url, { migrate: true })
      const filled = await storage.fill(content).then(
        () => true,
        () => false,
      )
      return { storage, filled }
    }
    const started = await Promise.all([start(), start()])
    expect(started.filter(({ filled }) => filled)).toHaveLength(1)
    for (const { storage } of started) {
      expect(await storage.isEmpty()).toBe(false)
      const { total } = await storage.experts.search({ words: [], sort: 'price', limit: 10 })
      expect(total).toBe(content.experts.length)
      await storage.close()
    }
  })
})
