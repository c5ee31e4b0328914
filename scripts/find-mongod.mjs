import { isExecutable, isMain, onPath } from './project.mjs'

// The tests of the MongoDB engine need a real server: no imitation can vouch for its indexes. Which one this machine
// has is found here.

export const howToGetOne =
  'Put a mongod on the PATH, name one in MONGOMS_SYSTEM_BINARY, name a replica set in MONGODB_TEST_URI, or let one be fetched: npm run test:mongo'

/** The server's program, or null. `MONGOMS_SYSTEM_BINARY` decides alone where it is set. */
export function findMongod() {
  const { MONGOMS_SYSTEM_BINARY } = process.env
  if (MONGOMS_SYSTEM_BINARY)
    return isExecutable(MONGOMS_SYSTEM_BINARY) ? MONGOMS_SYSTEM_BINARY : null
  return onPath('mongod').find(isExecutable) ?? null
}

/** Where a server is running or can be started, in words; null where there is none. */
export function describeMongo() {
  return process.env.MONGODB_TEST_URI ? 'the server of MONGODB_TEST_URI' : findMongod()
}

if (isMain(import.meta.url)) {
  const found = describeMongo()
  console.log(found ? `MongoDB: ${found}` : `No MongoDB server. ${howToGetOne}`)
  process.exitCode = found ? 0 : 1
}
