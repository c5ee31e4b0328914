import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { faults } from '../server/faults.ts'
import { pointsOnMongo, pointsOnSqlite } from '../server/points.ts'
import { patched, patchedFiles } from '../server/variant.ts'

describe('a patch', () => {
  const patch = { file: 'a.js', find: 'commit()', replace: '$& twice' }

  it('replaces its text as it stands', () => {
    expect(patched('begin(); commit()', patch)).toBe('begin(); $& twice')
  })

  it('that is not found exactly once is a failure, never a variant without it', () => {
    expect(() => patched('begin()', patch)).toThrow('a.js has this 0 times')
    expect(() => patched('commit(); commit()', patch)).toThrow('a.js has this 2 times')
  })

  it('of a crash point is found in what was built, on either engine', () => {
    expect(patchedFiles(pointsOnSqlite).size).toBeGreaterThan(2)
    expect(patchedFiles(pointsOnMongo).size).toBeGreaterThan(2)
  })

  it.each(Object.entries(faults))(
    'of the fault "%s" is found in what was built',
    (_name, fault) => {
      const all = [...pointsOnSqlite, ...fault.patches]
      const files = patchedFiles(all)
      for (const { file, replace } of fault.patches) expect(files.get(file)).toContain(replace)
    },
  )
})

describe('crash points', () => {
  const preload = fileURLToPath(new URL('../server/within.mjs', import.meta.url))
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--import', preload, '--eval', ''], { env, encoding: 'utf8' })

  it('are refused in production', () => {
    const { status, stderr } = start({ NODE_ENV: 'production' })
    expect(stderr).toContain('refused where NODE_ENV=production')
    expect(status).toBe(1)
  })

  it('do nothing of themselves', () => {
    expect(start({ NODE_ENV: 'test' })).toMatchObject({ status: 0, stderr: '' })
  })
})
