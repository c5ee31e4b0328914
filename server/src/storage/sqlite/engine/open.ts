import { isOlder, oldestSqlite, openDatabase, type Database } from './driver.ts'
import { takeLock } from './lock.ts'
import {
  applicationId,
  migrate,
  schemaVersion,
  storedVersion,
  zeroesDeleted,
} from './migrations.ts'
import { explainFault, unavailable } from './faults.ts'
import { closeFiles, prepareFile } from './paths.ts'
import { emptyLog } from './empty-log.ts'
import { refuseUnfinished } from './unfinished-copy.ts'

const inMemory = ':memory:'

/** Drivers differ in their defaults, so that nothing is left to them. */
const settings = {
  journal_mode: 'wal',
  // FULL: a confirmed booking survives a power cut, not just the end of the process.
  synchronous: 2,
  busy_timeout: 5000,
  foreign_keys: 1,
  wal_autocheckpoint: 1000,
  // What is deleted or overwritten is filled with zeros: whoever was erased is in no byte of the file.
  secure_delete: 1,
  cache_size: -32_000,
} as const

export interface OpenedDatabase {
  readonly db: Database
  close(): void
}

/**
 * Opens, checks and migrates. Throws `StorageUnavailable` for whatever an operator can put right. What `admit` throws
 * leaves a database that is there as it was.
 */
export async function openSqlite(
  file: string,
  admit: (db: Database, file: string) => void = refuseUnfinished,
): Promise<OpenedDatabase> {
  if (file === inMemory) {
    const db = await openDatabase(file)
    applySettings(db, file)
    migrate(db)
    return { db, close: () => db.close() }
  }
  try {
    const path = prepareFile(file)
    const lock = await takeLock(path)
    try {
      const db = await openChecked(path, admit)
      closeFiles(path)
      return { db, close: () => closeFile(db, lock) }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw explainFault(error, file)
  }
}

async function openChecked(
  file: string,
  admit: (db: Database, file: string) => void,
): Promise<Database> {
  const db = await openDatabase(file)
  try {
    const version = value(db, 'SELECT sqlite_version()')
    if (isOlder(String(version), oldestSqlite)) {
      throw unavailable(file, `needs SQLite ${oldestSqlite} or newer, not ${version}`)
    }
    checkOrigin(db, file)
    applySettings(db, file)
    // SQLite opens what it may only read without a word, and the first booking would fail: a write proves more.
    db.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; ROLLBACK`)
    const health = value(db, 'PRAGMA quick_check(1)')
    if (health !== 'ok') throw unavailable(file, 'is damaged. Restore the latest backup')
    admit(db, file)
    dropLeftovers(db)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Versions before did not fill with zeros what they deleted. The file is written anew, once; until that is done no server starts. */
function dropLeftovers(db: Database): void {
  const version = storedVersion(db)
  if (version > 0 && version < zeroesDeleted) db.exec('VACUUM')
}

/** Before anything is written: neither a newer version's file nor another program's is ours to touch. */
export function checkOrigin(db: Database, file: string): void {
  const tables = value(db, 'SELECT count(*) FROM sqlite_schema')
  const owner = value(db, 'PRAGMA application_id')
  if (tables !== 0 && owner !== applicationId) {
    throw unavailable(file, 'belongs to another program. Name another file')
  }
  const version = storedVersion(db)
  if (version > schemaVersion) {
    const versions = `schema ${version}, this one knows ${schemaVersion}`
    throw unavailable(
      file,
      `was written by a newer ExpertConnect (${versions}). Start that version`,
    )
  }
}

export function applySettings(db: Database, file: string): void {
  for (const [name, wanted] of Object.entries(settings)) {
    db.exec(`PRAGMA ${name} = ${wanted}`)
    const found = value(db, `PRAGMA ${name}`)
    // A database in memory has no journal file to choose.
    if (found !== wanted && !(file === inMemory && name === 'journal_mode')) {
      throw unavailable(file, `does not take the setting ${name} = ${wanted}. Use a local disk`)
    }
  }
}

/**
 * The driver may close the file only when the last statement was collected, so what closing would do is done here:
 * the write-ahead log goes into the database, which then is one file that can be copied.
 */
function closeFile(db: Database, lock: { release(): void }): void {
  try {
    emptyLog(db)
  } finally {
    db.close()
    lock.release()
  }
}

/** The first column of the first row. */
function value(db: Database, sql: string): string | number | undefined {
  return Object.values(db.prepare<Record<string, string | number>>(sql).get() ?? {})[0]
}
