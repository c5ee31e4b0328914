import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A quarter of an hour off every whole zone: what works here by accident works nowhere else.
process.env.TZ = 'Asia/Kathmandu'

// The contract is read from its source, so that no test depends on a build.
const fromSource = {
  resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
}

export default defineConfig({
  test: {
    // Left to itself, a machine with two cores runs one file at a time: half of the time goes into waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...fromSource,
        test: {
          name: 'contract',
          include: ['contract/test/**/*.test.ts'],
          setupFiles: ['vitest.setup.ts'],
        },
      },
      {
        ...fromSource,
        test: {
          name: 'server',
          include: ['server/test/**/*.test.ts'],
          setupFiles: ['vitest.setup.ts'],
          globalSetup: ['server/test/mongo-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'client',
          include: ['client/test/**/*.test.{ts,tsx}'],
          setupFiles: ['vitest.setup.ts', 'client/test/setup.ts'],
          environment: 'happy-dom',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'ways',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
