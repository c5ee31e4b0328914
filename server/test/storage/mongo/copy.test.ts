import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { copyStore, isSame } from '../../../src/storage/copy-store.ts'
import { openCopyTarget } from '../../../src/storage/mongo/copy/ends.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { startChild } from '../child.ts'
import { aBooking, ada, emptyContent, now } from '../fixtures.ts'
import { expectToGoOn, fillLivedIn, pictureOf } from '../copy/lived-in-store.ts'
import * as sqlite from '../sqlite/sqlite-store.ts'
import { dropDatabase, freshDatabase, mongoUrl, readCells } from './mongo-store.ts'

const copier = new URL('../copy/copy.child.ts', import.meta.url)

describe.skipIf(mongoUrl === null)('copies with a MongoDB server', () => {
  let folder: sqlite.TemporaryFolder
  let file: string
  let from: string
  let database: string
  const used: string[] = []
  beforeEach(() => {
    folder = sqlite.temporaryFolder()
    file = join(folder.path, 'from.db')
    from = `file:${file}`
    database = another()
  })
  afterEach(async () => {
    folder.remove()
    for (const url of used.splice(0)) await dropDatabase(url)
  })

  function another(): string {
    const url = freshDatabase()
    used.push(url)
    return url
  }

  async function makeStore(url: string): Promise<void> {
    const storage = await openStorage(url, { migrate: true })
    await storage.fill(emptyContent())
    await storage.close()
  }

  async function stopAt(collection: string, source: string, target: string): Promise<void> {
    const stopped = copyStore(source, target, {
      wrote(written) {
        if (written === collection) throw new Error('stopped')
      },
    })
    await expect(stopped).rejects.toThrow('stopped')
  }

  /** What a copy says of every collection, if both sides are the same. */
  async function copied(source: string, target: string) {
    const compared = await copyStore(source, target)
    expect(compared.filter((each) => !isSame(each))).toEqual([])
    return compared.map(({ collection, target: { count, sha256 } }) => ({
      collection,
      count,
      sha256,
    }))
  }

  it('from SQLite to MongoDB to MongoDB to SQLite have the same rows, cells and answers to keys', async () => {
    const livedIn = await fillLivedIn(from)
    const second = another()
    const back = join(folder.path, 'back.db')
    const there = await copied(from, database)
    expect(there.map(({ count }) => count > 0)).not.toContain(false)
    expect(await copied(database, second)).toEqual(there)
    expect(await copied(second, `file:${back}`)).toEqual(there)

    const picture = await pictureOf(from, livedIn)
    const cells = await sqlite.readCells(file)
    for (const url of [database, second, `file:${back}`]) {
      expect(await pictureOf(url, livedIn)).toEqual(picture)
    }
    expect(await readCells(database)).toEqual(cells)
    expect(await readCells(second)).toEqual(cells)
    expect(await sqlite.readCells(back)).toEqual(cells)
    await expectToGoOn(second, livedIn)
    await expectToGoOn(`file:${back}`, livedIn)
  })

  it('killed again and again end with the same rows, and are opened by nobody before', async () => {
    const livedIn = await fillLivedIn(from)
    const back = `file:${join(folder.path, 'back.db')}`
    for (const [source, target] of [
      [from, database],
      [database, back],
    ] as const) {
      for (const steps of [1, 8, 25]) {
        const child = startChild(copier, [source, target, '5'])
        await child.printed(steps)
        await child.kill()
        for (const migrate of [true, false]) {
          await expect(openStorage(target, { migrate })).rejects.toThrow(
            /holds an unfinished copy. Run the copy again\.$/,
          )
        }
      }
      await copied(source, target)
    }
    expect(await pictureOf(back, livedIn)).toEqual(await pictureOf(from, livedIn))
    expect(await readCells(database)).toEqual(await sqlite.readCells(file))
  })

  it('say which collection was changed meanwhile, and stay unfinished', async () => {
    await makeStore(database)
    const target = another()
    await stopAt('experts', database, target)
    const server = await openStorage(database)
    const expert = await server.experts.find(ada)
    if (!expert) throw new Error('Ada is gone')
    await server.schedules.replace(ada, { ...expert.schedule, version: 2 })
    await server.close()
    const compared = await copyStore(database, target)
    const different = compared.filter((each) => !isSame(each)).map(({ collection }) => collection)
    expect(different).toEqual(['experts'])
    await expect(openStorage(target)).rejects.toThrow('holds an unfinished copy')
  })

  it('are refused where the target has something in it', async () => {
    await makeStore(from)
    await makeStore(database)
    await expect(copyStore(from, database)).rejects.toThrow(
      'is not empty, and holds no unfinished copy',
    )
    await (await openStorage(database)).close()
  })

  it('are refused where the target is an unfinished copy of something else', async () => {
    await makeStore(from)
    await stopAt('experts', from, database)
    const other = another()
    await makeStore(other)
    const fault = `holds an unfinished copy of ${from}. Run that copy again`
    await expect(copyStore(other, database)).rejects.toThrow(fault)
    await expect(copyStore(database, other)).rejects.toThrow('Run the copy again')
    await copied(from, database)
  })

  it('are refused where both ends are one, or there is nothing to copy', async () => {
    await expect(copyStore(database, from)).rejects.toThrow('There is nothing to copy')
    await makeStore(database)
    const otherwise = `${database}${database.includes('?') ? '&' : '?'}appName=copy`
    await expect(copyStore(database, otherwise)).rejects.toThrow('is both ends of the copy')
  })

  it('are refused while a server runs on the SQLite file', async () => {
    await makeStore(database)
    const server = await openStorage(from)
    await expect(copyStore(database, from)).rejects.toThrow('Stop that one first')
    await expect(copyStore(from, another())).rejects.toThrow('Stop that one first')
    await server.close()
    await copied(database, from)
  })

  it('write the same rows twice without a change, and nothing over what is there', async () => {
    const target = await openCopyTarget(database, from, () => undefined)
    const rows = [1, 2, 3].map((id) => ({ id: `use-${id}`, count: id, endsAt: now }))
    const changed = rows.map((row) => ({ ...row, count: 9 }))
    await target.write('uses', rows.slice(0, 2))
    await target.write('uses', changed)
    expect(await target.read('uses', '', 10)).toEqual([rows[0], rows[1], changed[2]])
    expect(await target.lastId('uses')).toBe('use-3')
    expect(await target.read('uses', 'use-1', 1)).toEqual([rows[1]])
    await target.close()
  })

  it('never own a cell twice, whichever way it is written', async () => {
    const target = await openCopyTarget(database, from, () => undefined)
    const rowOf = (record: BookedRecord) => {
      return { id: record.id, record, changedAt: now, answers: [], owed: [], remindAt: null }
    }
    const [one, other] = [rowOf(aBooking()), rowOf(aBooking({ slot: 1 }))]
    await expect(target.write('bookings', [one, other])).rejects.toThrow('cell_owner')
    expect(await target.read('bookings', '', 10)).toEqual([one])
    await target.close()
  })

  it('never show a password', async () => {
    await makeStore(from)
    const nowhere = 'mongodb://root:hunter2@127.0.0.1:1/ec'
    const fault = await copyStore(from, nowhere).catch(String)
    expect(fault).toContain('127.0.0.1:1/ec cannot be reached')
    expect(fault).not.toContain('hunter2')
  })
})
