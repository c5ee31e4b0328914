import { parseConfig, readEnvironment } from './config.ts'
import { openStorage } from '../storage/open.ts'

/** `npm run migrate`: makes the collections and indexes that a MongoDB store lacks. An embedded store does so itself. */
async function main(): Promise<string> {
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { databaseUrl } = parsed.config
  if (databaseUrl.startsWith('file:')) {
    return 'An embedded store is brought up to date as the server starts: there is nothing to do.'
  }
  const storage = await openStorage(databaseUrl, { migrate: true, warn: console.log })
  await storage.close()
  return 'The store has all its indexes.'
}

main().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(`Nothing was migrated: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
