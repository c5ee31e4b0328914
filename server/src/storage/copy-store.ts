import { fileOf } from './open.ts'
import { StorageUnavailable } from './port/storage-unavailable.ts'
import { batchesOf, type Digest, digestOf } from './copy/digest.ts'
import type { CopySource, CopyTarget } from './copy/ends.ts'
import { type Collection, collections } from './copy/rows.ts'

export interface CopyOptions {
  /** Rows that share a commit. */
  readonly batchSize?: number
  /** Called after each commit, with the number of its rows. */
  readonly wrote?: (collection: Collection, rows: number) => void
  /** What the operator should know although it goes on. */
  readonly warn?: (line: string) => void
}

export interface Comparison {
  readonly collection: Collection
  readonly source: Digest
  readonly target: Digest
}

/** Of bookings with their answers it is about a megabyte; a commit costs little beside that. */
const usualBatch = 500

/**
 * Copies all that a store holds into an empty one and reads both again. Where they differ, the target stays marked as
 * unfinished. A copy that was cut short is continued by the same call; until it has ended, no server starts on the target.
 * Rejects with `StorageUnavailable` where an end cannot serve, and has then changed nothing.
 */
export async function copyStore(
  from: string,
  to: string,
  { batchSize = usualBatch, wrote, warn }: CopyOptions = {},
): Promise<readonly Comparison[]> {
  const tell = warn ?? (() => undefined)
  const source = await openSource(from, tell)
  try {
    await refuseNothing(source)
    const target = await openTarget(to, source.place, tell)
    try {
      for (const collection of collections) {
        const last = await target.lastId(collection)
        for await (const rows of batchesOf(source, collection, last, batchSize)) {
          await target.write(collection, rows)
          wrote?.(collection, rows.length)
        }
      }
      const compared = await compare(source, target, batchSize)
      if (compared.every(isSame)) await target.finish()
      return compared
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

export function isSame({ source, target }: Comparison): boolean {
  return source.count === target.count && source.sha256 === target.sha256
}

async function compare(
  source: CopySource,
  target: CopyTarget,
  batchSize: number,
): Promise<Comparison[]> {
  const compared: Comparison[] = []
  for (const collection of collections) {
    compared.push({
      collection,
      source: await digestOf(source, collection, batchSize),
      target: await digestOf(target, collection, batchSize),
    })
  }
  return compared
}

/** MongoDB makes a database of whatever name it is asked for: a slip of the pen would copy nothing, and succeed. */
async function refuseNothing(source: CopySource): Promise<void> {
  for (const collection of collections) {
    if ((await source.read(collection, '', 1)).length > 0) return
  }
  throw new StorageUnavailable(`There is nothing to copy in ${source.place}. Is the address right?`)
}

async function openSource(url: string, warn: (line: string) => void): Promise<CopySource> {
  if (isSqlite(url)) {
    const { openCopySource } = await import('./sqlite/copy/ends.ts')
    return openCopySource(fileOf(url))
  }
  const { openCopySource } = await import('./mongo/copy/ends.ts')
  return openCopySource(url, warn)
}

async function openTarget(
  url: string,
  source: string,
  warn: (line: string) => void,
): Promise<CopyTarget> {
  if (isSqlite(url)) {
    const { openCopyTarget } = await import('./sqlite/copy/ends.ts')
    return openCopyTarget(fileOf(url), source)
  }
  const { openCopyTarget } = await import('./mongo/copy/ends.ts')
  return openCopyTarget(url, source, warn)
}

function isSqlite(url: string): boolean {
  if (url.startsWith('file:')) return true
  if (/^mongodb(\+srv)?:/.test(url)) return false
  throw new StorageUnavailable('An address begins with file: or mongodb:')
}
