import { createHash } from 'node:crypto'
import type { CopySource } from './ends.ts'
import type { Collection, Rows } from './rows.ts'

export interface Digest {
  readonly count: number
  /** SHA-256 over the rows by id, each as JSON with its keys in order and an end of line. */
  readonly sha256: string
}

export async function digestOf(
  end: CopySource,
  collection: Collection,
  batchSize: number,
): Promise<Digest> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of batchesOf(end, collection, '', batchSize)) {
    for (const row of rows) hash.update(`${canonical(row)}\n`)
    count += rows.length
  }
  return { count, sha256: hash.digest('hex') }
}

/** All rows with ids above `after`. */
export async function* batchesOf<C extends Collection>(
  end: CopySource,
  collection: C,
  after: string,
  batchSize: number,
): AsyncGenerator<readonly Rows[C][]> {
  let from = after
  for (;;) {
    const rows = await end.read(collection, from, batchSize)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    from = last.id
  }
}

function canonical(row: unknown): string {
  return JSON.stringify(row, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
