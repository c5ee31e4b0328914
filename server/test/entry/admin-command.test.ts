import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { startWorld } from '../harness.ts'
import { signedIn, staffedContent } from '../http/staff.ts'
import { startChild } from '../storage/child.ts'
import { aPasskey } from '../storage/people/people-fixtures.ts'
import { type TemporaryFolder, temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const command = new URL('../../src/entry/admin-main.ts', import.meta.url)

let folder: TemporaryFolder
let url: string
beforeEach(() => {
  folder = temporaryFolder()
  url = `file:${join(folder.path, 'store.db')}`
})
afterEach(() => folder.remove())

async function run(...words: string[]) {
  const env = { DATABASE_URL: url, DATA_DIR: folder.path }
  const child = startChild(command, words, [], env)
  return { code: await child.ended(), lines: child.lines }
}

async function trailOf(storage: Storage) {
  const { items } = await storage.audit.list({ kind: 'administration', limit: 10 })
  return items.map(({ by, action, subject }) => [by, action, subject.name])
}

describe('npm run admin', () => {
  it('makes the first administrator of a store that no server has opened yet', async () => {
    expect(await run('mary@example.net')).toEqual({
      code: 0,
      lines: ['mary@example.net is an administrator. They sign in with this address.'],
    })
    const storage = await openStorage(url)
    expect(await storage.isEmpty()).toBe(true)
    const person = await storage.people.findByEmail('Mary@example.net')
    expect(person?.isAdmin).toBe(true)
    expect(await trailOf(storage)).toEqual([['command', 'admin_made', 'mary@example.net']])
    await storage.close()
  })

  it('forgets the passkeys of whoever lost them, beside a server that is running', async () => {
    const storage = await openStorage(url)
    const world = await startWorld({ storage, content: staffedContent() })
    await signedIn(world, 'ada@example.com')
    const ada = await storage.people.findByEmail('ada@example.com')
    await storage.people.addPasskey(aPasskey(ada?.id ?? ''), 'no-session')
    expect((await run('--forget-passkeys', 'ADA@example.com')).lines).toEqual([
      '1 of the passkeys of ADA@example.com were forgotten. They sign in by mail.',
    ])
    expect(await storage.people.listPasskeys(ada?.id ?? '')).toEqual([])
    await world.stop()
  })

  it('is heard by a server that is running, with the next request', async () => {
    const storage = await openStorage(url)
    const world = await startWorld({ storage, content: staffedContent() })
    const ada = await signedIn(world, 'ada@example.com')
    expect((await ada.refuse('listAudit')).body.code).toBe('forbidden')
    expect((await run('ADA@example.com')).code).toBe(0)
    expect((await run('ada@example.com')).code).toBe(0)
    await ada.send('listAudit')
    expect((await run('--remove', 'ada@example.com')).lines).toEqual([
      'ada@example.com is no administrator.',
    ])
    expect((await ada.refuse('listAudit')).body.code).toBe('forbidden')
    expect(await trailOf(storage)).toEqual([
      ['command', 'admin_removed', 'ada@example.com'],
      ['command', 'admin_made', 'ada@example.com'],
    ])
    await world.stop()
  })

  it('makes nobody of an address that nobody has by removing it', async () => {
    expect((await run('nobody@example.net', '--remove')).code).toBe(0)
    const storage = await openStorage(url)
    expect(await storage.people.findByEmail('nobody@example.net')).toBeNull()
    expect(await trailOf(storage)).toEqual([])
    await storage.close()
  })

  it('changes nothing where it is not told one address', async () => {
    for (const words of [[], ['not an address'], ['a@example.net', 'b@example.net']]) {
      expect(await run(...words)).toEqual({ code: 1, lines: [] })
    }
  })
})
