import { databaseUrlOf } from './config.ts'
import { copyStore, isSame } from '../storage/copy-store.ts'
import type { Digest } from '../storage/copy/digest.ts'
import type { Collection } from '../storage/copy/rows.ts'

const progressEveryMs = 5000
const progress = createProgress()

/** `npm run copy -- FROM_URL TO_URL`: all data of one store into an empty one, from either engine to either. */
async function main(): Promise<void> {
  const [from, to] = process.argv.slice(2)
  if (!from || !to) {
    throw new Error('Say from where to where: npm run copy -- FROM_URL TO_URL')
  }
  if ([from, to].some((url) => url.startsWith('mongodb'))) {
    console.log(
      'Stop every server of a MongoDB store until the copy has ended: it cannot see to that itself.',
    )
  }
  const compared = await copyStore(addressOf(from), addressOf(to), {
    warn: console.log,
    wrote: progress.wrote,
  })
  for (const { collection, source, target } of compared) {
    console.log(
      `${collection.padEnd(12)}from ${lineOf(source)}\n${' '.repeat(12)}to   ${lineOf(target)}`,
    )
  }
  const different = compared.filter((each) => !isSame(each))
  if (different.length > 0) {
    const names = different.map(({ collection }) => collection).join(', ')
    console.error(
      `The two sides differ in: ${names}. A server was at work on one of them. Stop it, delete the copy (its file or its database), and copy again.`,
    )
    process.exitCode = 1
    return
  }
  console.log(
    'Both sides are the same: servers may start on the copy. Links that were sent open with the same SECRET only; where none was set, it is in the file `secret` in DATA_DIR.',
  )
}

/** As in DATABASE_URL; what is no address of ours is left for the copy to refuse. */
function addressOf(url: string): string {
  return databaseUrlOf(url) ?? url
}

function createProgress() {
  const counts = new Map<Collection, number>()
  let said = performance.now()

  function wrote(collection: Collection, rows: number): void {
    const count = (counts.get(collection) ?? 0) + rows
    counts.set(collection, count)
    if (performance.now() - said < progressEveryMs) return
    said = performance.now()
    console.log(`Copied ${count} ${collection} …`)
  }

  return { wrote, hasBegun: (): boolean => counts.size > 0 }
}

function lineOf({ count, sha256 }: Digest): string {
  return `${String(count).padStart(9)}  SHA-256 ${sha256}`
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  console.error(
    progress.hasBegun()
      ? `The copy stopped: ${message}\nRun it again with the same addresses: it goes on where it was.`
      : `Nothing was copied: ${message}`,
  )
  process.exitCode = 1
})
