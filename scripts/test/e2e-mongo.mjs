import { buildAll } from '../build.mjs'
import { findMongod, howToGetOne } from '../find-mongod.mjs'
import { program, root, runNode } from '../project.mjs'
import { requireTools } from '../require-tools.mjs'

// `npm run test:e2e:mongo`: the browser tests, with every server on a MongoDB database of its own.

requireTools()

const playwright = program('.', '@playwright/test', 'playwright')
const given = process.env.E2E_MONGO_URL
const systemBinary = findMongod()
if (!given && !systemBinary && !process.env.MONGO_DOWNLOAD) {
  console.error(`No MongoDB server. ${howToGetOne}`)
  process.exit(1)
}

buildAll()
const replicaSet = given ? null : await start()
try {
  process.exitCode = await runNode(playwright, ['test', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, E2E_MONGO_URL: given ?? replicaSet?.getUri() },
  })
} finally {
  await replicaSet?.stop()
}

async function start() {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  // It would complain of any version that it was not asked for; any is right that our engine accepts.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  return MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: systemBinary ? { systemBinary } : {},
  })
}
