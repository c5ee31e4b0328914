import { existsSync, rmSync } from 'node:fs'
import { appear, isThereAlready, makePrivateFile } from '../../../disk/private-files.ts'
import { StorageUnavailable } from '../../port/storage-unavailable.ts'
import { openDatabase } from './driver.ts'
import { explainFault, unavailable } from './faults.ts'
import { checkOrigin } from './open.ts'

/**
 * Copies the database as of one moment, beside a running server, through a connection that only reads. `target`
 * appears when the copy is complete and was checked, for its owner alone, and never replaces a file that is there.
 */
export async function backupDatabase(file: string, target: string): Promise<void> {
  if (!existsSync(file)) throw unavailable(file, 'does not exist. Name the one to back up')
  if (existsSync(target)) throw alreadyThere(target)
  const partial = `${target}.${process.pid}.partial`
  try {
    makePrivateFile(partial)
    await copyTo(file, partial)
    await checkCopy(partial)
    appear(partial, target)
  } catch (error) {
    throw isThereAlready(error) ? alreadyThere(target, error) : error
  } finally {
    for (const left of ['', '-wal', '-shm', '-journal']) rmSync(partial + left, { force: true })
  }
}

async function copyTo(file: string, partial: string): Promise<void> {
  try {
    const source = await openDatabase(file, { readOnly: true })
    try {
      source.exec('PRAGMA busy_timeout = 5000')
      checkOrigin(source, file)
      await source.backupTo(partial)
    } finally {
      source.close()
    }
  } catch (error) {
    throw explainFault(error, file)
  }
}

async function checkCopy(partial: string): Promise<void> {
  const copy = await openDatabase(partial)
  try {
    // A copy in WAL mode would need two files beside it to be read.
    copy.exec('PRAGMA journal_mode = DELETE')
    const health = copy.prepare<{ integrity_check: string }>('PRAGMA integrity_check(1)').get()
    if (health?.integrity_check !== 'ok') throw unavailable(partial, 'is damaged. Try again')
  } finally {
    copy.close()
  }
}

function alreadyThere(target: string, cause?: unknown): StorageUnavailable {
  const message = `The file ${target} is already there. Name another one for the backup.`
  return new StorageUnavailable(message, { cause })
}
