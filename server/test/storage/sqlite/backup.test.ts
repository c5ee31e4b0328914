import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { backupDatabase } from '../../../src/storage/sqlite/engine/backup.ts'
import { StorageUnavailable } from '../../../src/storage/port/storage-unavailable.ts'
import { type Child, startChild } from '../child.ts'
import { ada, bina, book, emptyContent, later, now } from '../fixtures.ts'
import type { OwnedCell } from '../store.ts'
import { integrityOf, readCells, type TemporaryFolder, temporaryFolder } from './sqlite-store.ts'

const writer = new URL('writer.child.ts', import.meta.url)

describe('backup', () => {
  let folder: TemporaryFolder
  let file: string
  let target: string
  let child: Child | undefined
  beforeEach(() => {
    folder = temporaryFolder()
    file = join(folder.path, 'store.db')
    target = join(folder.path, 'backup.db')
  })
  afterEach(async () => {
    await child?.kill()
    child = undefined
    folder.remove()
  })

  it('beside a server that writes holds all that was acknowledged before, as of one moment', async () => {
    child = startChild(writer, [file])
    await child.printed(300)
    for (let round = 0; round < 3; round++) {
      const acknowledged = [...child.lines]
      const copy = `${target}-${round}`
      await backupDatabase(file, copy)
      expect(await integrityOf(copy)).toBe('ok')

      const storage = await openStorage(`file:${copy}`)
      const found = await Promise.all(acknowledged.map((id) => storage.bookings.find(id)))
      expect(found.filter((record) => record?.state !== 'booked')).toEqual([])
      const range = { from: now, to: later(now, 1e8), now }
      const cells: OwnedCell[] = []
      for (const expertId of [ada, bina]) {
        for (const time of await storage.bookings.listOccupied(expertId, range)) {
          cells.push(...cellsOf(time).map((cell) => ({ expertId, cell, recordId: time.id })))
        }
      }
      expect(await readCells(copy)).toEqual(cells)
      await storage.close()
    }
    const before = child.lines.length
    await child.printed(before + 50)
  })

  it('is for its owner alone', async () => {
    await (await openStorage(`file:${file}`)).close()
    await backupDatabase(file, target)
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it('of a closed store is one file that can be put in its place', async () => {
    const storage = await openStorage(`file:${file}`)
    await storage.fill(emptyContent())
    const booking = await book(storage)
    await storage.close()
    await backupDatabase(file, target)
    expect(readdirSync(folder.path).filter((name) => name.startsWith('backup'))).toEqual([
      'backup.db',
    ])
    const restored = await openStorage(`file:${target}`)
    expect(await restored.bookings.find(booking.id)).toEqual(booking)
    await restored.close()
  })

  it('never replaces a file', async () => {
    await (await openStorage(`file:${file}`)).close()
    writeFileSync(target, 'precious')
    await expect(backupDatabase(file, target)).rejects.toThrow(target)
    expect(readFileSync(target, 'utf8')).toBe('precious')
    await expect(backupDatabase(file, file)).rejects.toThrow('already there')
  })

  it('says so when there is nothing, or nothing of ours, to back up', async () => {
    await expect(backupDatabase(file, target)).rejects.toThrow('does not exist')
    writeFileSync(file, 'no database, but long enough to look at: '.repeat(100))
    await expect(backupDatabase(file, target)).rejects.toThrow(StorageUnavailable)
    expect(existsSync(target)).toBe(false)
    expect(readdirSync(folder.path)).toEqual(['store.db'])
  })
})
