import { afterAll, describe } from 'vitest'
import { dropSpareDatabases, mongoUrl, openMongo } from './mongo/mongo-store.ts'
import { storageContract } from './contract.ts'

describe.skipIf(mongoUrl === null)('with a MongoDB server', () => {
  storageContract('MongoDB, a replica set', openMongo)
  afterAll(dropSpareDatabases)
})
