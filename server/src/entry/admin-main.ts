import { setAdministrator } from './administrators.ts'
import { parseConfig, readEnvironment } from './config.ts'
import { isEmail } from './mail-settings.ts'
import { fileOf, openStorage } from '../storage/open.ts'
import { openBeside } from '../storage/sqlite/people/beside.ts'

const usage = 'Say whom: npm run admin -- EMAIL, or npm run admin -- --remove EMAIL'

/** `npm run admin -- EMAIL`: makes an administrator, also beside a running server; with `--remove`, no longer one. */
async function main(): Promise<string> {
  const words = process.argv.slice(2)
  const isAdmin = !words.includes('--remove')
  const [email, ...others] = words.filter((word) => word !== '--remove')
  if (email === undefined || others.length > 0 || !isEmail(email)) throw new Error(usage)
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  await change(parsed.config.databaseUrl, email, isAdmin)
  return isAdmin
    ? `${email} is an administrator. They sign in with this address.`
    : `${email} is no administrator.`
}

async function change(databaseUrl: string, email: string, isAdmin: boolean): Promise<void> {
  const beside = databaseUrl.startsWith('file:') ? await openBeside(fileOf(databaseUrl)) : null
  if (beside) {
    try {
      return await setAdministrator(beside, email, isAdmin, 'command')
    } finally {
      beside.close()
    }
  }
  // Before the first start of this version: as a server would open it, with the lock.
  const storage = await openStorage(databaseUrl, { migrate: true, warn: console.log })
  try {
    await setAdministrator(storage.people, email, isAdmin, 'command')
  } finally {
    await storage.close()
  }
}

main().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
