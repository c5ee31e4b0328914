import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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
  mkdirSync(dirname(resolve(file)), { recursive: true })
  const path = canonicalPath(file)
  accessSync(dirname(path), constants.W_OK | constants.X_OK)
  if (!existsSync(path)) return path
  if (!statSync(path).isFile()) throw unavailable(path, 'is a folder. Name a file')
  accessSync(path, constants.R_OK | constants.W_OK)
  return path
}
