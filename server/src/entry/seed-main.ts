import { parseConfig, readEnvironment } from './config.ts'
import { instantOf } from '../domain/time/instant.ts'
import { seedContent } from '../seed/seed-content.ts'
import { openStorage } from '../storage/open.ts'

/** `npm run seed`: fills an empty store with the demo data. A store with experts in it is left as it is. */
async function main(): Promise<string> {
  const parsed = parseConfig(readEnvironment(process.env))
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { databaseUrl, currency } = parsed.config
  // Opening takes the lock: beside a running server this refuses and says so.
  const storage = await openStorage(databaseUrl, { migrate: true, warn: console.log })
  try {
    if (!(await storage.isEmpty()))
      return 'The store has experts in it already: nothing was changed.'
    const content = seedContent(instantOf(Date.now()), currency)
    await storage.fill(content)
    const { experts, bookings, reviews, categories } = content
    return `Filled the store: ${experts.length} experts in ${categories.length} categories, ${bookings.length} bookings, ${reviews.length} reviews.`
  } finally {
    await storage.close()
  }
}

main().then(
  (line) => console.log(line),
  (error: unknown) => {
    console.error(`Nothing was seeded: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  },
)
