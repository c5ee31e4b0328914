import { parseConfig, readEnvironment } from './config.ts'
import { fileOf } from '../storage/open.ts'
import { backupDatabase } from '../storage/sqlite/engine/backup.ts'

/** `npm run backup -- FILE`: a consistent copy of the embedded database, also beside a running server. */
async function main(): Promise<string> {
  const target = process.argv[2]
  if (!target) throw new Error('Say where to: npm run backup -- FILE')
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { databaseUrl } = parsed.config
  if (!databaseUrl.startsWith('file:')) {
    throw new Error('Only the embedded database is backed up here. For MongoDB use mongodump.')
  }
  await backupDatabase(fileOf(databaseUrl), target)
  return `The backup is in ${target}`
}

main().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
