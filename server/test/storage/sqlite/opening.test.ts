import { chmodSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileOf, openStorage } from '../../../src/storage/open.ts'
import { openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import { schemaVersion } from '../../../src/storage/sqlite/engine/migrations.ts'
import { openSqlite } from '../../../src/storage/sqlite/engine/open.ts'
import { StorageUnavailable } from '../../../src/storage/port/storage-unavailable.ts'
import { aBooking, aGuard, emptyContent } from '../fixtures.ts'
import { type TemporaryFolder, temporaryFolder } from './sqlite-store.ts'

let folder: TemporaryFolder
let file: string
beforeEach(() => {
  folder = temporaryFolder()
  file = join(folder.path, 'store.db')
})
afterEach(() => folder.remove())

/** The one line that an operator reads. */
async function faultOf(opening: Promise<{ close(): unknown }>): Promise<string> {
  try {
    await (await opening).close()
  } catch (error) {
    if (error instanceof StorageUnavailable) return error.message
    throw error
  }
  throw new Error('It opened')
}

async function makeStore(): Promise<void> {
  const storage = await openStorage(`file:${file}`)
  await storage.fill(emptyContent())
  for (let slot = 0; slot < 400; slot += 4) {
    await storage.bookings.claim(aBooking({ slot, topic: 'Long '.repeat(200) }), aGuard())
  }
  await storage.close()
}

async function execute(sql: string): Promise<void> {
  const db = await openDatabase(file)
  db.exec(sql)
  db.close()
}

describe('opening a database', () => {
  it('sets what durability needs, whatever the defaults of the driver', async () => {
    const opened = await openSqlite(file)
    const read = (name: string) =>
      Object.values(opened.db.prepare<object>(`PRAGMA ${name}`).get() ?? {})[0]
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(2)
    expect(read('busy_timeout')).toBe(5000)
    expect(read('foreign_keys')).toBe(1)
    expect(read('user_version')).toBe(schemaVersion)
    opened.close()
  })

  it('makes the folders on the way, and takes paths as they are written', async () => {
    const deep = join(folder.path, 'a', 'b c', 'ü.db')
    const path = relative(process.cwd(), deep)
    await (await openStorage(`file:${path}`)).close()
    await (await openStorage(`file:${deep}`)).close()
    expect(fileOf(`file://${deep.replaceAll(' ', '%20')}`)).toBe(deep)
  })

  it('migrates each database once', async () => {
    await makeStore()
    const storage = await openStorage(`file:${file}`)
    expect(await storage.isEmpty()).toBe(false)
    await storage.close()
  })
})

describe('the files of a database', () => {
  const rights = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder.path).map((name) => [
        name,
        (statSync(join(folder.path, name)).mode & 0o777).toString(8),
      ]),
    )
  const isClosed = ({ 'store.db-wal': log, ...others }: Record<string, string>) =>
    [log, ...Object.values(others)].every((right) => right === '600')

  it('are for their owner alone, the folders made for them too', async () => {
    const opened = await openSqlite(file)
    expect(rights()).toSatisfy(isClosed)
    opened.close()
    const deep = await openSqlite(join(folder.path, 'made/here/store.db'))
    expect(statSync(join(folder.path, 'made')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder.path, 'made/here')).mode & 0o777).toBe(0o700)
    deep.close()
  })

  it('are taken from others where a version before has left them open', async () => {
    await makeStore()
    for (const name of readdirSync(folder.path)) chmodSync(join(folder.path, name), 0o644)
    // Beside a command that reads, whose files take the rights that the database has.
    const beside = await openDatabase(file)
    beside.exec('PRAGMA journal_mode = wal; SELECT 1 FROM record')
    const opened = await openSqlite(file)
    expect(rights()).toSatisfy(isClosed)
    opened.close()
    beside.close()
  })

  it('stay as they are where they are another program’s', async () => {
    await execute('CREATE TABLE notes (text TEXT)')
    chmodSync(file, 0o640)
    await faultOf(openStorage(`file:${file}`))
    expect(rights()['store.db']).toBe('640')
  })
})

describe('a database that cannot serve', () => {
  it('is none at all', async () => {
    writeFileSync(file, 'Dear diary, '.repeat(1000))
    const fault = await faultOf(openStorage(`file:${file}`))
    expect(fault).toBe(
      `The database ${file} is not an SQLite database. Name another file, or restore a backup.`,
    )
  })

  it('is a folder, or lies in a file', async () => {
    mkdirSync(file)
    expect(await faultOf(openStorage(`file:${file}`))).toContain('is a folder')
    const plain = join(folder.path, 'plain')
    writeFileSync(plain, '')
    const inFile = await faultOf(openStorage(`file:${join(plain, 'store.db')}`))
    expect(inFile).toContain('a part of its path is no folder')
  })

  it('has a damaged page', async () => {
    await makeStore()
    const handle = await open(file, 'r+')
    const { size } = await handle.stat()
    for (let page = 20; page < size / 4096; page += 5) {
      await handle.write(Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096 + 100)
    }
    await handle.close()
    expect(await faultOf(openStorage(`file:${file}`))).toContain('is damaged. Restore')
  })

  it('was cut off', async () => {
    await makeStore()
    truncateSync(file, 20 * 4096)
    expect(await faultOf(openStorage(`file:${file}`))).toContain('is damaged. Restore')
  })

  it('was written by a newer version', async () => {
    await makeStore()
    await execute(`PRAGMA user_version = ${schemaVersion + 3}`)
    const fault = await faultOf(openStorage(`file:${file}`))
    expect(fault).toContain(`schema ${schemaVersion + 3}, this one knows ${schemaVersion}`)
  })

  it('belongs to another program, and is left as it was', async () => {
    await execute('CREATE TABLE notes (text TEXT)')
    expect(await faultOf(openStorage(`file:${file}`))).toContain('belongs to another program')
    await execute('DROP TABLE notes')
  })

  // Root may write everywhere: then the test acts as nobody for the time of the opening.
  const nobody = 65_534
  async function withoutRights<T>(act: () => Promise<T>): Promise<T> {
    const isRoot = process.getuid?.() === 0
    await openDatabase(':memory:')
    if (isRoot) process.seteuid?.(nobody)
    try {
      return await act()
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(folder.path, 0o755)
    }
  }

  it('may only be read', async () => {
    await makeStore()
    chmodSync(folder.path, 0o777)
    chmodSync(`${file}.lock`, 0o666)
    chmodSync(file, 0o444)
    const fault = await withoutRights(() => faultOf(openStorage(`file:${file}`)))
    expect(fault).toContain('cannot be written. Give this user the right')
  })

  it('lies in a folder that may only be read', async () => {
    chmodSync(folder.path, 0o555)
    const fault = await withoutRights(() => faultOf(openStorage(`file:${file}`)))
    expect(fault).toContain(`The database ${file} cannot be written.`)
  })

  it('is of no engine that is there', async () => {
    const address = 'postgres://root:hunter2@localhost'
    const fault = await faultOf(openStorage(address))
    expect(fault).toBe('DATABASE_URL begins with file: or mongodb:')
    expect(await faultOf(openStorage('file:'))).toContain('names no file')
  })
})
