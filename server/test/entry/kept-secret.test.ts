import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseConfig } from '../../src/entry/config.ts'
import { keepSecret } from '../../src/entry/kept-secret.ts'
import { startChild } from '../storage/child.ts'
import { type TemporaryFolder, temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const server = new URL('../../src/entry/main.ts', import.meta.url)

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

/** Long enough for its bytes, and nothing to guess from. */
const hollow = {
  empty: '',
  short: 'x'.repeat(31),
  'a short word and blank lines': `x${'\n'.repeat(40)}`,
  'the zeros of a power cut': '\0'.repeat(43),
}

describe('the secret of an installation', () => {
  it('is made once, whole, kept, and readable by its owner only', () => {
    const dir = join(folder.path, 'a/b')
    const secret = keepSecret(dir)
    expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(32)
    expect(keepSecret(dir)).toBe(secret)
    expect(readFileSync(join(dir, 'secret'), 'utf8')).toBe(secret)
    expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    expect(readdirSync(dir)).toEqual(['secret'])
    expect(keepSecret(join(folder.path, 'other'))).not.toBe(secret)
  })

  it('is taken from others who could read it', () => {
    const secret = keepSecret(folder.path)
    chmodSync(join(folder.path, 'secret'), 0o644)
    expect(keepSecret(folder.path)).toBe(secret)
    expect(statSync(join(folder.path, 'secret')).mode & 0o777).toBe(0o600)
  })

  it.each(Object.entries(hollow))(
    'is refused where the file is %s, and left as it is',
    (_name, text) => {
      const file = join(folder.path, 'secret')
      writeFileSync(file, text)
      expect(() => keepSecret(folder.path)).toThrow(
        /^ {2}The secret in \S+ has fewer than 32 bytes, so that links could be forged\. /,
      )
      expect(readFileSync(file, 'utf8')).toBe(text)
    },
  )

  it.each(Object.values(hollow).filter((text) => text.trim() !== ''))(
    'is refused as a variable too: %j',
    (SECRET) => {
      expect(parseConfig({ SECRET })).toEqual({
        ok: false,
        faults: ['SECRET has 32 bytes or more'],
      })
    },
  )

  it('that is too short keeps a server from starting, in a line that says what to do', async () => {
    writeFileSync(join(folder.path, 'secret'), '')
    const env = { DATABASE_URL: 'file::memory:', DATA_DIR: folder.path, PORT: '0', DEMO: 'off' }
    const child = startChild(server, [], [], env)
    expect(await child.ended()).toBe(1)
    expect(child.complaints.join('\n')).toMatch(/did not start:\n {2}The secret in .+ delete it/)
  })
})

describe('the folder of an installation', () => {
  it('is closed to others as a server starts, with all that is in it', async () => {
    const data = join(folder.path, 'data')
    mkdirSync(join(data, 'outbox'), { recursive: true, mode: 0o755 })
    chmodSync(data, 0o755)
    const env = { DATABASE_URL: `file:${data}/store.db`, DATA_DIR: data, PORT: '0', DEMO: 'off' }
    const child = startChild(server, [], [], env)
    await vi.waitFor(() => expect(child.lines.join('\n')).toContain('Mail is kept in'), 60_000)
    const rights = (path: string) => statSync(path).mode & 0o777
    expect(rights(data)).toBe(0o700)
    expect(rights(join(data, 'outbox'))).toBe(0o700)
    const files = readdirSync(data).filter((name) => name !== 'outbox')
    expect(files).toEqual(expect.arrayContaining(['secret', 'store.db', 'store.db-wal']))
    expect(files.filter((name) => rights(join(data, name)) !== 0o600)).toEqual([])
    await child.kill()
  })
})
