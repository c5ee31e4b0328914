import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/open.ts'
import { StorageUnavailable } from '../../../src/storage/port/storage-unavailable.ts'
import { type Child, startChild } from '../child.ts'
import { fresh } from '../fixtures.ts'
import { integrityOf, type TemporaryFolder, temporaryFolder } from './sqlite-store.ts'

const writer = new URL('writer.child.ts', import.meta.url)

describe('one server per file', () => {
  let folder: TemporaryFolder
  let file: string
  let child: Child | undefined
  beforeEach(() => {
    folder = temporaryFolder()
    file = join(folder.path, `${fresh('store')}.db`)
  })
  afterEach(async () => {
    await child?.kill()
    child = undefined
    folder.remove()
  })

  it('refuses a second one in the same process, also under another name', async () => {
    const alias = `${file}.alias`
    const storage = await openStorage(`file:${file}`)
    symlinkSync(file, alias)
    await expect(openStorage(`file:${file}`)).rejects.toThrow('Stop that one first')
    await expect(openStorage(`file:${alias}`)).rejects.toThrow(StorageUnavailable)
    await storage.ping()
    await storage.close()
    await (await openStorage(`file:${alias}`)).close()
  })

  it('refuses a second process, until the first was killed; what that acknowledged is there', async () => {
    child = startChild(writer, [file])
    await child.printed(50)
    await expect(openStorage(`file:${file}`)).rejects.toThrow(file)

    await child.printed(200)
    await child.kill()
    const storage = await openStorage(`file:${file}`)
    const found = await Promise.all(child.lines.map((id) => storage.bookings.find(id)))
    expect(child.lines.length).toBeGreaterThanOrEqual(200)
    expect(found.filter((record) => record?.state !== 'booked')).toEqual([])
    await storage.close()
    expect(await integrityOf(file)).toBe('ok')
  })
})
