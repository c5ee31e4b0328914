import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { openDatabase } from '../../src/storage/sqlite/engine/driver.ts'
import { Unavailable } from '../../src/storage/port/unavailable.ts'
import { newKey, startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { type TemporaryFolder, temporaryFolder } from '../storage/sqlite/sqlite-store.ts'
import { readProblem } from './problem-check.ts'
import { bookingInput, later } from './requests.ts'
import { limitedWorlds } from './worlds.ts'

const limitedWorld = limitedWorlds()

/** A request for a hold that costs the server next to nothing: the limit counts it before its body is read. */
function knock(world: World, headers: Record<string, string> = {}) {
  return rawRequest(world.url, '/api/v1/holds', { method: 'POST', headers })
}

async function knockOften(world: World, times: number, headers?: Record<string, string>) {
  for (let count = 0; count < times; count++) {
    expect((await knock(world, headers)).status).toBe(400)
  }
}

/** Weekdays from the twelfth on, each half hour from nine to five. */
function startNumber(index: number): string {
  return later('2027-01-12T09:00:00Z', Math.floor(index / 16) * 1440 + (index % 16) * 30)
}

function hold(world: World, index: number, holder?: string) {
  const body = JSON.stringify({
    expertId: 'expert-ada',
    startsAt: startNumber(index),
    minutes: 30,
    ...(holder === undefined ? {} : { holder }),
  })
  return rawRequest(world.url, '/api/v1/holds', { method: 'POST', headers: jsonHeaders(), body })
}

function book(world: World, startsAt: string, email: string) {
  const body = JSON.stringify(bookingInput(startsAt, { customer: { name: 'Grace', email } }))
  return rawRequest(world.url, '/api/v1/bookings', { method: 'POST', headers: jsonHeaders(), body })
}

const jsonHeaders = () => ({ 'Content-Type': 'application/json', 'Idempotency-Key': newKey() })

describe('one network address', () => {
  it('makes 60 holds an hour and is told, with each answer, what is left', async () => {
    const world = await limitedWorld()
    for (let index = 0; index < 60; index++) {
      const { status, headers } = await hold(world, index, `browser-${index}`)
      // Of so many, the last ones are asked for proof.
      expect([201, 403]).toContain(status)
      expect(headers['ratelimit-policy']).toMatch(/^"createHold"; q=60; w=3600; pk=:.+:$/)
      expect(headers['ratelimit']).toMatch(RegExp(`^"createHold"; r=${59 - index}; t=\\d+$`))
    }
    const refused = await hold(world, 60, 'browser-60')
    const problem = readProblem(refused)
    expect(problem.code).toBe('too_many')
    expect(Number(refused.headers['retry-after'])).toBe(problem.retryAfterSeconds)
    expect(problem.retryAfterSeconds).toBeGreaterThan(3500)
    expect(problem.retryAfterSeconds).toBeLessThanOrEqual(3600)
    expect(refused.headers['ratelimit']).toMatch(/^"createHold"; r=0; t=\d+$/)
  })

  it('makes 30 bookings an hour, counted apart from its holds', async () => {
    const world = await limitedWorld()
    await knockOften(world, 60)
    for (let index = 0; index < 30; index++) {
      const { status } = await book(world, startNumber(index), `grace-${index}@example.com`)
      expect([201, 403]).toContain(status)
    }
    const refused = await book(world, startNumber(30), 'grace-30@example.com')
    expect(readProblem(refused).code).toBe('too_many')
  })

  it('reads as much as an office behind one address may', async () => {
    const world = await limitedWorld()
    const { status, headers } = await rawRequest(world.url, '/api/v1/categories')
    expect(status).toBe(200)
    expect(headers['ratelimit-policy']).toMatch(/^"reads"; q=1200; w=60; /)
  })

  it('is not what a client says of itself', async () => {
    const world = await limitedWorld()
    for (let index = 0; index < 60; index++) {
      await knockOften(world, 1, {
        'X-Forwarded-For': `203.0.113.${index}`,
        Forwarded: 'for=1.2.3.4',
      })
    }
    const answer = await knock(world, {
      'X-Forwarded-For': '198.51.100.7',
      Forwarded: 'for=1.2.3.4',
    })
    expect(answer.status).toBe(429)
  })

  it('is what the last proxy saw, where one is trusted', async () => {
    const world = await limitedWorld({ trustProxy: 1 })
    await knockOften(world, 60, { 'X-Forwarded-For': '203.0.113.1' })
    const status = async (chain: string) =>
      (await knock(world, { 'X-Forwarded-For': chain })).status
    expect(await status('203.0.113.1')).toBe(429)
    expect(await status('203.0.113.2')).toBe(400)
    // Only the last hop is the proxy's word; what stands before it was sent by the client.
    expect(await status('203.0.113.2, 203.0.113.1')).toBe(429)
    expect(await status('203.0.113.1, 203.0.113.2')).toBe(400)
    expect(await status('::ffff:203.0.113.1')).toBe(429)
  })

  it('is the /64 of an IPv6 address', async () => {
    const world = await limitedWorld({ trustProxy: 1 })
    for (let index = 0; index < 60; index++) {
      await knockOften(world, 1, { 'X-Forwarded-For': `2001:db8:1:2:${index}::1` })
    }
    const status = async (ip: string) => (await knock(world, { 'X-Forwarded-For': ip })).status
    expect(await status('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(429)
    expect(await status('2001:0db8:0001:0002::')).toBe(429)
    expect(await status('2001:db8:1:3::1')).toBe(400)
  })
})

describe('a limit of an hour', () => {
  const hour = 3_600_000

  it('ends when its hour is over by the clock of the product, and says how long that is', async () => {
    const world = await limitedWorld()
    await knockOften(world, 1)
    world.clock.advance(hour - 90_000)
    await knockOften(world, 59)
    expect(readProblem(await knock(world)).retryAfterSeconds).toBe(90)
    world.clock.advance(89_999)
    expect((await knock(world)).status).toBe(429)
    world.clock.advance(1)
    await knockOften(world, 60)
    expect((await knock(world)).status).toBe(429)
  })

  it('holds over all servers of one store', async () => {
    const one = await limitedWorld()
    const other = await limitedWorld({ storage: one.storage })
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, index) => knock(index % 2 ? one : other)),
    )
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(60)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10)
  })

  it('keeps nobody from a claim if the store cannot count, and logs it without a stack', async () => {
    const storage = await openStorage('file::memory:')
    const count = () => Promise.reject(new Unavailable('no answer within 5 s'))
    const world = await limitedWorld({ storage: { ...storage, uses: { ...storage.uses, count } } })
    const { status, headers } = await hold(world, 0)
    expect([status, headers['ratelimit']]).toEqual([201, undefined])
    const [line, ...more] = world.log.filter((each) => each.includes('createHold'))
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 40,
      limit: 'createHold',
      reason: 'no answer within 5 s',
    })
    expect([more, line?.includes('stack')]).toEqual([[], false])
  })

  describe('in a file', () => {
    let folder: TemporaryFolder
    let file: string
    beforeEach(() => {
      folder = temporaryFolder()
      file = join(folder.path, 'store.db')
    })
    afterEach(() => folder.remove())

    async function worldOnFile(): Promise<World> {
      const storage = await openStorage(`file:${file}`)
      return startWorld({ rateLimits: true, trustProxy: 1, storage })
    }

    it('holds after a restart', async () => {
      const first = await worldOnFile()
      await knockOften(first, 40)
      await first.stop()
      const second = await worldOnFile()
      await knockOften(second, 20)
      expect((await knock(second)).status).toBe(429)
      await second.stop()
    })

    it('is kept without the network address that it is for', async () => {
      const world = await worldOnFile()
      const addresses = ['203.0.113.77', '2001:db8:aaaa:bbbb::1']
      for (const address of addresses) await knockOften(world, 2, { 'X-Forwarded-For': address })
      const found = [file, `${file}-wal`].map((each) => readFileSync(each, 'latin1')).join('\n')
      expect(await storedUses()).toEqual([
        { key: expect.stringMatching(/^createHold [\w-]{22}$/), count: 2 },
        { key: expect.stringMatching(/^createHold [\w-]{22}$/), count: 2 },
      ])
      expect(found).toContain('createHold ')
      expect(found).not.toMatch(/203\.0\.113|2001:0?db8|aaaa:bbbb/i)
      expect(world.log.join('\n')).not.toMatch(/203\.0\.113|2001:0?db8|aaaa:bbbb/i)
      await world.stop()
    })

    async function storedUses(): Promise<unknown[]> {
      const beside = await openDatabase(file, { readOnly: true })
      const rows = beside
        .prepare<{ key: string; count: number }>('SELECT key, count FROM use_count')
        .all()
      beside.close()
      return rows.map(({ key, count }) => ({ key, count }))
    }
  })
})

describe('one person', () => {
  it('has three live holds, and a fourth when one has ended', async () => {
    const world = await limitedWorld()
    const answers = [0, 1, 2, 3].map((index) => hold(world, index, 'browser-one'))
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 201, 201, 429])
    const refused = await hold(world, 4, 'browser-one')
    const problem = readProblem(refused)
    expect([problem.code, problem.retryAfterSeconds]).toEqual(['too_many', 300])
    expect(refused.headers['retry-after']).toBe('300')
    expect((await hold(world, 4, 'browser-two')).status).toBe(201)
    world.clock.advance(5 * 60_000)
    expect((await hold(world, 5, 'browser-one')).status).toBe(201)
  })

  it('is the network address where the browser has no name', async () => {
    const world = await limitedWorld()
    for (const index of [0, 1, 2]) expect((await hold(world, index)).status).toBe(201)
    expect((await hold(world, 3)).status).toBe(429)
  })
})

it('limits nobody where limits are off', async () => {
  const world = await limitedWorld({ rateLimits: false })
  await knockOften(world, 70)
  const { headers } = await knock(world)
  expect(headers['ratelimit']).toBeUndefined()
  for (const index of [0, 1, 2, 3]) {
    expect((await hold(world, index, 'browser-one')).status).toBe(201)
  }
})
