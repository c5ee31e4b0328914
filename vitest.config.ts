import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A quarter of an hour off every whole zone: what works here by accident works nowhere else.
process.env.TZ = 'Asia/Kathmandu'

// The contract is read from its source, so that no test depends on a build.
const fromSource = {
  resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
}

// Left to itself, a machine with two cores runs one file at a time, and half of the time goes into waiting.
const sideBySide = {
  maxWorkers: Math.max(2, availableParallelism() - 1),
  sequence: { groupOrder: 0 },
}
// A database server of many nodes that elects and flushes wants the machine for itself.
const oneByOne = { maxWorkers: 1, sequence: { groupOrder: 1 } }
const ofMongo = [
  'server/test/servers/**/*.test.ts',
  'server/test/storage/mongo/**/*.test.ts',
  'server/test/storage/contract-mongo.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          ...sideBySide,
          name: 'contract',
          include: ['contract/test/**/*.test.ts'],
          setupFiles: ['vitest.setup.ts'],
        },
      },
      {
        ...fromSource,
        test: {
          ...sideBySide,
          name: 'server',
          include: ['server/test/**/*.test.ts'],
          exclude: ofMongo,
          setupFiles: ['vitest.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...fromSource,
        test: {
          ...oneByOne,
          name: 'mongo',
          include: ofMongo,
          setupFiles: ['vitest.setup.ts'],
          globalSetup: ['server/test/mongo-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...fromSource,
        test: {
          ...sideBySide,
          name: 'client',
          include: ['client/test/**/*.test.{ts,tsx}'],
          setupFiles: ['vitest.setup.ts', 'client/test/setup.ts'],
          environment: 'happy-dom',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...oneByOne,
          name: 'ways',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
