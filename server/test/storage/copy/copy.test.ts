import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyStore, isSame } from '../../../src/storage/copy-store.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { backupDatabase } from '../../../src/storage/sqlite/engine/backup.ts'
import { openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import { type Child, startChild } from '../child.ts'
import { emptyContent } from '../fixtures.ts'
import { expectToGoOn, fillLivedIn, pictureOf } from './lived-in-store.ts'
import {
  integrityOf,
  readCells,
  type TemporaryFolder,
  temporaryFolder,
} from '../sqlite/sqlite-store.ts'

const copier = new URL('copy.child.ts', import.meta.url)
const command = new URL('../../../src/entry/copy-main.ts', import.meta.url)

let folder: TemporaryFolder
let from: string
let to: string
beforeEach(() => {
  folder = temporaryFolder()
  from = `file:${join(folder.path, 'from.db')}`
  to = `file:${join(folder.path, 'deep', 'to.db')}`
})
afterEach(() => folder.remove())

const fileIn = (url: string): string => url.slice('file:'.length)

async function makeStore(url: string): Promise<void> {
  const storage = await openStorage(url)
  await storage.fill(emptyContent())
  await storage.close()
}

async function execute(url: string, sql: string): Promise<void> {
  const db = await openDatabase(fileIn(url))
  db.exec(sql)
  db.close()
}

/** Stops as a full disk would: with an error, in the middle. Answers how many rows are there. */
async function stopAfter(writes: number): Promise<number> {
  let left = writes
  let written = 0
  const stopped = copyStore(from, to, {
    batchSize: 20,
    wrote(_collection, rows) {
      written += rows
      if (--left === 0) throw new Error('stopped')
    },
  })
  await expect(stopped).rejects.toThrow('stopped')
  return written
}

describe('a copy from SQLite to SQLite', () => {
  it('has every row, every cell and every answer to a key', async () => {
    const livedIn = await fillLivedIn(from)
    const compared = await copyStore(from, to)
    expect(compared.filter((each) => !isSame(each))).toEqual([])
    const counts = Object.fromEntries(compared.map((each) => [each.collection, each.target.count]))
    const { categories, experts, reviews, people, bookings } = livedIn.content
    expect(counts).toEqual({
      categories: categories.length,
      photos: 1,
      experts: experts.length,
      reviews: reviews.length,
      people: people.length + 1,
      sessions: 1,
      passkeys: 1,
      bookings: bookings.length + 6,
      uses: 2,
      applications: 1,
      audit: 6,
      blocks: 2,
      reports: 2,
      callEvents: 2,
      notes: 2,
      calendarFeeds: 2,
      calendarSources: 1,
      messages: 1,
      mailChoices: 1,
      installation: 1,
    })
    expect(await pictureOf(to, livedIn)).toEqual(await pictureOf(from, livedIn))
    expect(await readCells(fileIn(to))).toEqual(await readCells(fileIn(from)))
    expect(await integrityOf(fileIn(to))).toBe('ok')
    await expectToGoOn(to, livedIn)
  })

  it('leaves the original as it was', async () => {
    await makeStore(from)
    const before = readFileSync(fileIn(from))
    await copyStore(from, to)
    expect(readFileSync(fileIn(from)).equals(before)).toBe(true)
  })

  it('that was stopped is opened by nobody, and goes on where it was', async () => {
    const livedIn = await fillLivedIn(from)
    let written = await stopAfter(30)
    const line = `The database ${fileIn(to)} holds an unfinished copy. Run the copy again.`
    await expect(openStorage(to)).rejects.toThrow(line)
    await expect(copyStore(to, `${from}.other`)).rejects.toThrow(line)
    const backup = join(folder.path, 'backup.db')
    await backupDatabase(fileIn(to), backup)
    await expect(openStorage(`file:${backup}`)).rejects.toThrow('holds an unfinished copy')

    const compared = await copyStore(from, to, { wrote: (_collection, rows) => (written += rows) })
    expect(compared.every(isSame)).toBe(true)
    expect(written).toBe(compared.reduce((sum, { source }) => sum + source.count, 0))
    expect(await pictureOf(to, livedIn)).toEqual(await pictureOf(from, livedIn))
  })

  it('that is killed again and again ends with the same rows', async () => {
    const livedIn = await fillLivedIn(from)
    let child: Child | undefined
    for (const steps of [1, 2, 9, 17, 25]) {
      child = startChild(copier, [from, to, '5'])
      await child.printed(steps)
      await child.kill()
      await expect(openStorage(to)).rejects.toThrow('holds an unfinished copy')
    }
    child = startChild(copier, [from, to])
    expect(await child.ended()).toBe(0)
    expect(child.lines.at(-1)).toBe('same')
    expect(await pictureOf(to, livedIn)).toEqual(await pictureOf(from, livedIn))
    expect(await readCells(fileIn(to))).toEqual(await readCells(fileIn(from)))
  })

  it('by the command prints a count and a checksum of both sides, and fails where it is refused', async () => {
    await makeStore(from)
    const first = startChild(command, [from, to])
    expect(await first.ended()).toBe(0)
    // What takes long tells how far it is.
    const shown = first.lines
      .filter((line) => !line.startsWith('Copied '))
      .map((line) => line.replace(/[\da-f]{64}/, '#').replaceAll(/ +/g, ' '))
    expect(shown.slice(0, 4)).toEqual([
      'categories from 2 SHA-256 #',
      ' to 2 SHA-256 #',
      'experts from 2 SHA-256 #',
      ' to 2 SHA-256 #',
    ])
    const second = startChild(command, [from, to])
    expect(await second.ended()).toBe(1)
    expect(second.lines).toEqual([])
  })

  it('of what was changed meanwhile says so, and stays unfinished', async () => {
    await fillLivedIn(from)
    await stopAfter(20)
    await execute(from, "UPDATE category SET name = 'Changed' WHERE rid = 1")
    const compared = await copyStore(from, to)
    const different = compared.filter((each) => !isSame(each)).map(({ collection }) => collection)
    expect(different).toEqual(['categories', 'experts'])
    await expect(openStorage(to)).rejects.toThrow('holds an unfinished copy')
  })
})

describe('a copy is refused, and nothing changed,', () => {
  it('where the target has something in it', async () => {
    await makeStore(from)
    await makeStore(to)
    const before = readFileSync(fileIn(to))
    await expect(copyStore(from, to)).rejects.toThrow('is not empty')
    expect(readFileSync(fileIn(to)).equals(before)).toBe(true)
    await (await openStorage(to)).close()
  })

  it('where the target is an unfinished copy of something else', async () => {
    await fillLivedIn(from)
    await stopAfter(5)
    const other = `file:${join(folder.path, 'other.db')}`
    await makeStore(other)
    const fault = `holds an unfinished copy of ${from}. Run that copy again`
    await expect(copyStore(other, to)).rejects.toThrow(fault)
    expect((await copyStore(from, to)).every(isSame)).toBe(true)
  })

  it('while a server runs on either end', async () => {
    await makeStore(from)
    for (const url of [from, to]) {
      const server = await openStorage(url)
      await expect(copyStore(from, to)).rejects.toThrow('Stop that one first')
      await server.close()
    }
    expect((await copyStore(from, to)).every(isSame)).toBe(true)
  })

  it('where both ends are one', async () => {
    await makeStore(from)
    symlinkSync(fileIn(from), `${fileIn(from)}.alias`)
    await expect(copyStore(from, from)).rejects.toThrow('is both ends of the copy')
    await expect(copyStore(from, `${from}.alias`)).rejects.toThrow('is both ends of the copy')
  })

  it('where an end is no store of ours', async () => {
    await expect(copyStore(from, to)).rejects.toThrow('does not exist')
    expect(existsSync(fileIn(from))).toBe(false)
    await (await openStorage(from)).close()
    await expect(copyStore(from, to)).rejects.toThrow(`There is nothing to copy in ${from}`)
    await makeStore(`${from}2`)
    await expect(copyStore(`${from}2`, 'file::memory:')).rejects.toThrow('Name a file')
    await expect(copyStore('postgres://u:hunter2@h/d', to)).rejects.toThrow(
      /^An address begins with file: or mongodb:$/,
    )
    await expect(copyStore(`${from}2`, 'postgres://u:hunter2@h/d')).rejects.toThrow(
      /^An address begins with file: or mongodb:$/,
    )
    await execute(`${from}2`, 'PRAGMA user_version = 2')
    await expect(copyStore(`${from}2`, to)).rejects.toThrow('Start this one on it once')
    expect(existsSync(fileIn(to))).toBe(false)
  })
})
