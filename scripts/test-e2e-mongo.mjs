import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { buildAll } from './build.mjs'
import { findMongod, howToGetOne } from './find-mongod.mjs'
import { program, root, runNode } from './project.mjs'

// `npm run test:e2e:mongo`: the browser tests, with every server on a MongoDB database of its own.

const playwright = program('.', '@playwright/test', 'playwright')
const given = process.env.E2E_MONGO_URL
const systemBinary = findMongod()
if (!playwright) fail('Playwright is not installed: run npm install in the root first.')
if (!given && !systemBinary && !process.env.MONGO_DOWNLOAD)
  fail(`No MongoDB server. ${howToGetOne}`)

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

function start() {
  // It would complain of any version that it was not asked for; any is right that our engine accepts.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  return MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: systemBinary ? { systemBinary } : {},
  })
}

function fail(reason) {
  console.error(reason)
  process.exit(1)
}
