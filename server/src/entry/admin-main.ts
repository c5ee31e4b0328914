import { setAdministrator } from './administrators.ts'
import { parseConfig, readEnvironment } from './config.ts'
import { emailIn } from './mail-settings.ts'
import { fileOf, openStorage } from '../storage/open.ts'
import { openBeside, type PeopleBeside } from '../storage/sqlite/people/beside.ts'

const usage =
  'Say whom: npm run admin -- EMAIL, npm run admin -- --remove EMAIL, or npm run admin -- --forget-passkeys EMAIL'

const flags = ['--remove', '--forget-passkeys'] as const
type Flag = (typeof flags)[number]

/**
 * `npm run admin -- EMAIL`: makes an administrator, also beside a running server; with `--remove`, no longer one. With
 * `--forget-passkeys`, whoever lost all of theirs signs in by mail again.
 */
async function main(): Promise<string> {
  const words = process.argv.slice(2)
  const flag = flags.find((each) => words.includes(each))
  const [given = '', ...others] = words.filter((word) => word !== flag)
  const email = emailIn(given)
  if (email === undefined || others.length > 0) throw new Error(usage)
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  return inStore(parsed.config.databaseUrl, (people) => change(people, email, flag))
}

async function change(
  people: PeopleBeside,
  email: string,
  flag: Flag | undefined,
): Promise<string> {
  if (flag === '--forget-passkeys') {
    const forgotten = await people.forgetPasskeys(email)
    return `${forgotten} of the passkeys of ${email} were forgotten. They sign in by mail.`
  }
  await setAdministrator(people, email, flag === undefined, 'command')
  return flag === undefined
    ? `${email} is an administrator. They sign in with this address.`
    : `${email} is no administrator.`
}

async function inStore(
  databaseUrl: string,
  work: (people: PeopleBeside) => Promise<string>,
): Promise<string> {
  const beside = databaseUrl.startsWith('file:') ? await openBeside(fileOf(databaseUrl)) : null
  if (beside) {
    try {
      return await work(beside)
    } finally {
      beside.close()
    }
  }
  // Before the first start of this version: as a server would open it, with the lock.
  const storage = await openStorage(databaseUrl, { migrate: true, warn: console.log })
  try {
    return await work(storage.people)
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
