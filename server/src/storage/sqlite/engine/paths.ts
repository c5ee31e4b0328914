import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { closeFile, makePrivateFile } from '../../../disk/private-files.ts'
import { unavailable } from './faults.ts'

/** Two names of one file (symbolic links) must lead to one lock. */
export function canonicalPath(file: string): string {
  const path = resolve(file)
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path
}

/** Makes the folder and answers the canonical path; SQLite itself would quietly open a read-only file as such. */
export function prepareFile(file: string): string {
  mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 })
  const path = canonicalPath(file)
  accessSync(dirname(path), constants.W_OK | constants.X_OK)
  // SQLite would make them for all to read. What it makes beside a database takes the rights of that.
  for (const part of ['', '.lock']) makePrivateFile(path + part)
  if (!statSync(path).isFile()) throw unavailable(path, 'is a folder. Name a file')
  accessSync(path, constants.R_OK | constants.W_OK)
  return path
}

/** Takes a database of ours from all other users of the machine, with what lies beside it. */
export function closeFiles(path: string): void {
  for (const part of ['', '-wal', '-shm', '-journal', '.lock', '.lock-journal']) {
    closeFile(path + part)
  }
}
