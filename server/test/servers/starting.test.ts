import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killAll, launch, startServer } from '../crash/real-server.ts'
import { dropDatabase, freshDatabase, mongoUrl } from '../storage/mongo/mongo-store.ts'
import { environmentFor } from './shared-store.ts'

describe.skipIf(mongoUrl === null)('servers on MongoDB as processes', () => {
  let url: string
  beforeEach(() => {
    url = freshDatabase()
  })
  afterEach(async () => {
    await killAll()
    await dropDatabase(url)
  })

  async function countExperts(server: string): Promise<number> {
    const response = await fetch(`${server}/api/v1/experts?limit=1`)
    return ((await response.json()) as { total: number }).total
  }

  it('all start where several of them fill one empty store in demo mode at once, and stop', async () => {
    const env = { ...environmentFor(url), DEMO: 'on' }
    const servers = await Promise.all([env, env, env].map(startServer))
    const counts = await Promise.all(servers.map((server) => countExperts(server.url)))
    expect(counts[0]).toBeGreaterThan(20)
    expect(new Set(counts).size).toBe(1)
    const ends = await Promise.all(servers.map((server) => server.kill('SIGTERM')))
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(ends.map(({ errors }) => errors)).toEqual(['', '', ''])
    const filled = ends.filter(({ output }) => output.includes('filled the empty store'))
    expect(filled).toHaveLength(1)
  })

  it('say in a line why they do not start, and start after a migration, the first or the next', async () => {
    const env = environmentFor(url)
    const refused = await launch(env).ended
    expect([refused.code, refused.errors]).toEqual([
      1,
      'ExpertConnect did not start:\nThe index cell_owner of bookings is missing. Run: npm run migrate\n',
    ])
    for (const _time of ['first', 'second']) {
      const migrated = await launch(env, 'migrate-main').ended
      expect([migrated.code, migrated.errors]).toEqual([0, ''])
      expect(migrated.output).toContain('The store has all its indexes.\n')
    }
    const server = await startServer(env)
    expect(await countExperts(server.url)).toBe(0)
    expect((await server.kill('SIGTERM')).code).toBe(0)
  })

  it('never tell the password, wherever the address leads', async () => {
    const env = environmentFor('mongodb://root:hunter2@127.0.0.1:1/ec')
    const programs = ['main', 'migrate-main'] as const
    const ends = await Promise.all(programs.map((program) => launch(env, program).ended))
    for (const { code, output, errors } of ends) {
      expect(code).toBe(1)
      expect(errors).toContain('MongoDB at 127.0.0.1:1/ec cannot be reached, or has no primary.')
      expect(output + errors).not.toContain('hunter2')
    }
  })
})
