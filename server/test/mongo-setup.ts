import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import type { TestProject } from 'vitest/node'
import { findMongod, howToGetOne } from '../../scripts/find-mongod.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A replica set for the tests of this run; `null` where this machine has no server. */
    mongoUrl: string | null
  }
}

/** One server for all tests, each of which works in a database of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { MONGODB_TEST_URI, MONGO_DOWNLOAD, REQUIRE_MONGO } = process.env
  const systemBinary = findMongod()
  if (MONGODB_TEST_URI) {
    provide('mongoUrl', MONGODB_TEST_URI)
    return async () => undefined
  }
  if (!systemBinary && !MONGO_DOWNLOAD) {
    if (REQUIRE_MONGO) throw new Error(`REQUIRE_MONGO is set. ${howToGetOne}`)
    provide('mongoUrl', null)
    return async () => undefined
  }
  // It would complain of any version that it was not asked for; any is right that our engine accepts.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const replicaSet = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: systemBinary ? { systemBinary } : {},
  })
  provide('mongoUrl', replicaSet.getUri())
  return async () => {
    await replicaSet.stop()
  }
}
