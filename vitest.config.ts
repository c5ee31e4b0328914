import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A quarter of an hour off every whole zone: what works here by accident works nowhere else.
process.env.TZ = 'Asia/Kathmandu'
// Whatever it is set to outside: React's build for production, for one, knows no `act`.
process.env.NODE_ENV = 'test'

// The contract is read from its source, so that no test depends on a build.
const fromSource = {
  resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
}

// Left to itself, a machine with two cores runs one file at a time, and most of the time goes into waiting.
const sideBySide = {
  maxWorkers: Math.max(3, availableParallelism() - 1),
  sequence: { groupOrder: 0 },
}
// A database server of many nodes that elects and flushes wants the machine for itself.
const oneByOne = { maxWorkers: 1, sequence: { groupOrder: 1 } }
// Only what hangs is meant to reach these: a busy machine is several times slower than a quiet one.
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
}
const ofMongo = [
  'server/test/servers/**/*.test.ts',
  'server/test/storage/mongo/**/*.test.ts',
  'server/test/storage/contract-mongo.test.ts',
]

export default defineConfig({
  // Beside node_modules, which may be read-only.
  cacheDir: '.cache/vite',
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          ...sideBySide,
          ...patience,
          name: 'contract',
          include: ['contract/test/**/*.test.ts'],
          setupFiles: ['vitest.setup.ts'],
        },
      },
      {
        ...fromSource,
        test: {
          ...sideBySide,
          ...patience,
          name: 'server',
          include: ['server/test/**/*.test.ts'],
          exclude: ofMongo,
          setupFiles: ['vitest.setup.ts'],
        },
      },
      {
        ...fromSource,
        test: {
          ...oneByOne,
          ...patience,
          name: 'mongo',
          include: ofMongo,
          setupFiles: ['vitest.setup.ts'],
          globalSetup: ['server/test/mongo-setup.ts'],
        },
      },
      {
        ...fromSource,
        test: {
          ...sideBySide,
          ...patience,
          name: 'client',
          include: ['client/test/**/*.test.{ts,tsx}'],
          setupFiles: ['vitest.setup.ts', 'client/test/setup.ts'],
          environment: 'happy-dom',
        },
      },
      {
        test: {
          ...oneByOne,
          ...patience,
          name: 'proof',
          include: ['proof/test/**/*.test.ts'],
          globalSetup: ['proof/test/build-server.ts'],
        },
      },
      {
        test: {
          ...oneByOne,
          name: 'ways',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
