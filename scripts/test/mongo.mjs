import { describeMongo } from '../find-mongod.mjs'
import { program, root, runNode } from '../project.mjs'
import { requireTools } from '../require-tools.mjs'

// `npm run test:mongo`: the tests of the MongoDB engine, with a server that is fetched where this machine has none.

requireTools()

const vitest = program('.', 'vitest')
const found = describeMongo()
console.log(`MongoDB: ${found ?? 'none here, one is fetched'}`)
process.exitCode = await runNode(
  vitest,
  ['run', '--configLoader=runner', '--project=mongo', ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...process.env, REQUIRE_MONGO: '1', ...(found ? {} : { MONGO_DOWNLOAD: '1' }) },
  },
)
