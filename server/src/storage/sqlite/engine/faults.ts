import { StorageUnavailable } from '../../port/storage-unavailable.ts'
import { sqliteCode } from './driver.ts'

const noRight = 'cannot be written. Give this user the right to write the file and its folder'

/** By SQLite's primary result code: what to tell the operator. */
const byResult: Readonly<Record<number, string>> = {
  3: noRight,
  5: 'is in use by another program. Stop that first',
  6: 'is in use by another program. Stop that first',
  8: noRight,
  10: 'could not be read or written: the disk reports an error. Check the disk',
  11: 'is damaged. Restore the latest backup',
  13: 'cannot grow: the disk is full. Make room',
  14: noRight,
  26: 'is not an SQLite database. Name another file, or restore a backup',
}

const bySystem: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'lies on a read-only disk. Name a file elsewhere',
  ENOTDIR: 'cannot be made: a part of its path is no folder. Name another file',
  EEXIST: 'cannot be made: a part of its path is no folder. Name another file',
  ENOSPC: 'cannot be made: the disk is full. Make room',
}

export function unavailable(file: string, fault: string): StorageUnavailable {
  return new StorageUnavailable(`The database ${file} ${fault}.`)
}

/** Anything that is no known fault of a file is a bug and passes unchanged. */
export function explainFault(error: unknown, file: string): unknown {
  const result = sqliteCode(error)
  const system = error instanceof Error && 'code' in error ? String(error.code) : ''
  const fault = result === null ? bySystem[system] : byResult[result & 0xff]
  return fault === undefined ? error : unavailable(file, fault)
}
