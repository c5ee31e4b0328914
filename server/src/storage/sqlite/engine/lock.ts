import { openDatabase, sqliteCode, type Database } from './driver.ts'
import { unavailable } from './faults.ts'

const sqliteBusy = 5

/** Covers the moment in which a server that is being restarted still shuts down. */
const patience = 500

function lockFile(file: string): string {
  return `${file}.lock`
}

/**
 * One server per file: a second one would tell its clients nothing of what the first one commits. The lock is an
 * exclusive transaction on a file of its own, which the kernel ends with the process, kill -9 included. The file
 * stays behind: removing it would let two processes lock two different files of that name. Never open it but
 * through SQLite, because closing a file drops all locks that the process has on it (POSIX).
 */
export async function takeLock(file: string): Promise<{ release(): void }> {
  const lock = await openDatabase(lockFile(file))
  try {
    // No prepared statement here: one that is not collected yet would keep the lock beyond `close`.
    lock.exec(`PRAGMA busy_timeout = ${patience}; BEGIN EXCLUSIVE`)
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw unavailable(file, 'is in use by another ExpertConnect server. Stop that one first')
  }
  return { release: () => giveUp(lock) }
}

function giveUp(lock: Database): void {
  lock.exec('ROLLBACK')
  lock.close()
}

function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && (code & 0xff) === sqliteBusy
}
