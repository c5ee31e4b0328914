import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Folders and files that hold what people entrusted us with: nobody else on the machine opens them. */
const ownFolder = 0o700
const ownFile = 0o600
const rightsOfOthers = 0o077
/** A folder that many users write to, such as /tmp. */
const sticky = 0o1000

/**
 * Makes the folder, or takes the rights of others from one that is there. `false`: it is shared or somebody else's, and
 * stays as it is.
 */
export function closeFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: ownFolder })
  return (statSync(folder).mode & sticky) === 0 && takeRights(folder)
}

/** Takes the rights of others from a file, if there is one. It is never opened: closing it would end SQLite's locks. */
export function closeFile(file: string): boolean {
  return !existsSync(file) || takeRights(file)
}

/** An empty file of our own where there is none, before a program comes that would make it for all to read. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', ownFile))
  } catch (error) {
    if (!isThereAlready(error)) throw error
  }
}

/**
 * Writes what is made once in the life of an installation. After a crash or a power cut there is all of it or nothing,
 * and of several that write at once one wins. Nothing happens if the file is there.
 */
export function writeOnce(file: string, content: string): void {
  if (existsSync(file)) return
  const folder = dirname(file)
  closeFolder(folder)
  const unfinished = join(folder, `.${basename(file)}.${process.pid}.unfinished`)
  try {
    writeFileSync(unfinished, content, { mode: ownFile, flush: true })
    appear(unfinished, file)
  } catch (error) {
    if (!isThereAlready(error)) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/**
 * Names a finished file. Never replaces what has come into being since: that is an error with the code EEXIST. The name is
 * on the disk as well when this returns.
 */
export function appear(finished: string, file: string): void {
  try {
    linkSync(finished, file)
  } catch (error) {
    if (existsSync(file)) throw isThereAlready(error) ? error : alreadyThere(file, error)
    // A disk without links: a crash in between leaves a part of it, and whoever reads it must see that.
    copyFileSync(finished, file, constants.COPYFILE_EXCL)
    flush(file, 'r+')
  }
  syncFolder(dirname(file))
}

/** A file that was made or renamed is found after a power cut only if its folder was flushed too. */
export function syncFolder(folder: string): void {
  // Windows opens no folder, and flushes names by itself.
  if (process.platform !== 'win32') flush(folder, 'r')
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const opened = openSync(path, flags)
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function takeRights(path: string): boolean {
  const rights = statSync(path).mode & 0o777
  if ((rights & rightsOfOthers) === 0) return true
  try {
    chmodSync(path, rights & ~rightsOfOthers)
    return true
  } catch {
    return false
  }
}

function alreadyThere(file: string, cause: unknown): Error {
  return Object.assign(new Error(`${file} is already there`, { cause }), { code: 'EEXIST' })
}

export function isThereAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
