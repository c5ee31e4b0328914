import { existsSync } from 'node:fs'
import { type CopySource, type CopyTarget, endFaults } from '../../copy/ends.ts'
import { type Collection, collections, type Rows } from '../../copy/rows.ts'
import { createReaders, createWriters, places } from './rows.ts'
import type { Database } from '../engine/driver.ts'
import { schemaVersion, storedVersion } from '../engine/migrations.ts'
import { explainFault, unavailable } from '../engine/faults.ts'
import { type OpenedDatabase, openSqlite } from '../engine/open.ts'
import { canonicalPath } from '../engine/paths.ts'
import {
  markFinished,
  markUnfinished,
  refuseUnfinished,
  unfinishedFrom,
} from '../engine/unfinished-copy.ts'
import { createWriteQueue, done } from '../engine/write-queue.ts'

/** Takes the lock of a server, so that none changes what is being read. Nothing is written to it, migrations included. */
export async function openCopySource(file: string): Promise<CopySource> {
  if (!existsSync(file)) throw unavailable(file, 'does not exist. Name the one to copy')
  return sourceOf(file, await openSqlite(file, admitSource))
}

/** `source` is the place of the other end: an unfinished copy of it is taken up, of another one refused. */
export async function openCopyTarget(file: string, source: string): Promise<CopyTarget> {
  if (file === ':memory:') throw unavailable(file, 'ends with this program. Name a file')
  if (placeOf(file) === source) throw unavailable(file, endFaults.sameEnd)
  const opened = await openSqlite(file, (db, path) => admitTarget(db, path, source))
  const { db } = opened
  const writers = createWriters(db)
  const queue = createWriteQueue(db, () => undefined)
  const inOneCommit = (work: () => void): Promise<void> =>
    queue
      .write(() => done(work()))
      .catch((error: unknown) => {
        throw explainFault(error, file)
      })
  if (unfinishedFrom(db) === null) await inOneCommit(() => markUnfinished(db, source))

  return {
    ...sourceOf(file, opened),

    async lastId(collection) {
      const { table, id } = places[collection]
      const last = db.prepare<{ id: string | null }>(`SELECT max(${id}) AS id FROM ${table}`).get()
      return last?.id ?? ''
    },

    write: <C extends Collection>(collection: C, rows: readonly Rows[C][]) =>
      inOneCommit(() => rows.forEach((row) => writers[collection](row))),

    finish: () => inOneCommit(() => markFinished(db)),
  }
}

function sourceOf(file: string, opened: OpenedDatabase): CopySource {
  const readers = createReaders(opened.db)
  return {
    place: placeOf(file),
    read: async (collection, after, limit) => readers[collection](after, limit),
    close: async () => opened.close(),
  }
}

function placeOf(file: string): string {
  return `file:${canonicalPath(file)}`
}

function admitSource(db: Database, file: string): void {
  refuseUnfinished(db, file)
  if (storedVersion(db) === schemaVersion) return
  throw unavailable(file, 'was not last used by this version. Start this one on it once, then copy')
}

function admitTarget(db: Database, file: string, source: string): void {
  const unfinished = unfinishedFrom(db)
  if (unfinished === source) return
  if (unfinished !== null) throw unavailable(file, endFaults.unfinishedFrom(unfinished))
  if (!isEmpty(db)) throw unavailable(file, endFaults.notEmpty)
}

/** Also of an older version, which lacks some tables. */
function isEmpty(db: Database): boolean {
  const tables = db.prepare<{ name: string }>('SELECT name FROM sqlite_schema').all()
  const names = new Set(tables.map(({ name }) => name))
  return collections
    .map((collection) => places[collection].table)
    .filter((table) => names.has(table))
    .every((table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined)
}
