import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { mongo } from 'mongoose'
import { findMongod, howToGetOne } from '../../scripts/find-mongod.mjs'
import { openStorage } from '../built.ts'
import type { Engine } from './engine.ts'

/** A store of 100,000 bookings is filled in one transaction, which servers end after a minute. */
const transactionSeconds = 3600
const serverSelectionTimeoutMS = 3000

/** A replica set of one node that ends with the benches, or the one of MONGODB_TEST_URI. */
export async function openMongoEngine(folder: string): Promise<Engine> {
  const { MONGODB_TEST_URI: given } = process.env
  const replicaSet = given ? null : await startReplicaSet(folder)
  const server = replicaSet ? replicaSet.getUri() : (given ?? '')
  const client = await new mongo.MongoClient(server, { serverSelectionTimeoutMS }).connect()
  const { version } = await client.db('admin').admin().buildInfo()
  // Somebody else's server may have databases of any name.
  const prefix = `bench-${randomBytes(4).toString('hex')}`
  const stores = new Set<string>()

  async function remove(url: string): Promise<void> {
    await client.db(databaseOf(url)).dropDatabase()
    stores.delete(url)
  }

  return {
    name: `MongoDB ${version}`,
    kind: 'mongo',
    servers: 2,

    urlOf(name) {
      const url = server.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${prefix}-${name}`)
      stores.add(url)
      return url
    },

    async copy(from, to) {
      await (await openStorage(to, { migrate: true })).close()
      const source = client.db(databaseOf(from))
      for (const { name } of await source.listCollections().toArray()) {
        const into = { db: databaseOf(to), coll: name }
        const merge = { $merge: { into, whenMatched: 'fail', whenNotMatched: 'insert' } }
        await source.collection(name).aggregate([merge]).toArray()
      }
    },

    remove,

    async close() {
      if (!replicaSet) for (const url of stores) await remove(url)
      await client.close()
      await replicaSet?.stop()
    },
  }
}

async function startReplicaSet(folder: string): Promise<MongoMemoryReplSet> {
  const systemBinary = findMongod()
  if (!systemBinary) throw new Error(`No MongoDB server. ${howToGetOne}`)
  // It would complain of any version that it was not asked for.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const dbPath = join(folder, 'mongod')
  mkdirSync(dbPath)
  const args = ['--setParameter', `transactionLifetimeLimitSeconds=${transactionSeconds}`]
  return MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [{ dbPath, args }],
    binary: { systemBinary },
  })
}

function databaseOf(url: string): string {
  return /^[^/]+\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? ''
}
