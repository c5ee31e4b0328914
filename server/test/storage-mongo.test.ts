import { describe } from 'vitest'
import { mongoUrl, openMongo } from './mongo/mongo-store.ts'
import { storageContract } from './storage-contract.ts'

describe.skipIf(mongoUrl === null)('with a MongoDB server', () => {
  storageContract('MongoDB, a replica set', openMongo)
})
