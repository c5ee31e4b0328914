import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/base/log.ts'
import { instantOf } from '../../src/domain/time/instant.ts'
import type { RelayAnswer } from '../../src/relay/ask-relay.ts'
import { createRelayHealth } from '../../src/relay/relay-health.ts'

const secret = 'what the relay knows as well'
const [plain, secure] = ['turn:turn.example', 'turns:turn.example:443']
const working: RelayAnswer = { kind: 'working' }
const refused: RelayAnswer = { kind: 'refused', code: 401 }
const unreachable: RelayAnswer = { kind: 'unreachable', reason: 'ECONNREFUSED' }

function begin(turnUrls: readonly string[] = [plain, secure]) {
  const log: Record<string, unknown>[] = []
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(JSON.parse(chunk.toString()) as Record<string, unknown>)
      done()
    },
  })
  const world = {
    now: Date.UTC(2027, 0, 11, 8),
    answers: {} as Record<string, RelayAnswer>,
    asked: [] as string[],
    log,
  }
  const settings = { stunUrls: [], turnUrls, turnSecret: turnUrls.length > 0 ? secret : null }
  const health = createRelayHealth(
    settings,
    () => instantOf(world.now),
    createLogger('info', lines),
    async ({ url }, { username }) => {
      world.asked.push(username)
      return world.answers[url] ?? working
    },
  )
  return { health, world }
}

describe('whether the relay works', () => {
  it('is asked at every address, with a credential made for that', async () => {
    const { health, world } = begin()
    expect(health.read()).toMatchObject({ status: 'unchecked', since: '2027-01-11T08:00:00Z' })
    world.now += 60_000
    await health.check()
    expect(health.read()).toEqual({
      status: 'working',
      since: '2027-01-11T08:01:00Z',
      addresses: [
        { url: plain, status: 'working' },
        { url: secure, status: 'working' },
      ],
    })
    const expiry = Date.UTC(2027, 0, 11, 8, 11) / 1000
    expect(world.asked).toEqual([`${expiry}:relay-check`, `${expiry}:relay-check`])
    expect(world.log).toEqual([])
  })

  it('is told to the log when it changes, once, with what to look at and no secret', async () => {
    const { health, world } = begin()
    await health.check()
    world.answers = { [secure]: unreachable }
    world.now += 60_000
    await health.check()
    world.now += 60_000
    await health.check()
    expect(health.read()).toMatchObject({
      status: 'unreachable',
      since: '2027-01-11T08:01:00Z',
      addresses: [{ status: 'working' }, { status: 'unreachable', detail: 'ECONNREFUSED' }],
    })
    world.answers = { [plain]: refused, [secure]: unreachable }
    await health.check()
    expect(health.read().status).toBe('refused')
    world.answers = {}
    await health.check()
    expect(world.log).toMatchObject([
      { level: 40, relay: 'unreachable', addresses: [`${secure} unreachable ECONNREFUSED`] },
      { level: 40, relay: 'refused' },
      { level: 30, relay: 'working' },
    ])
    expect(JSON.stringify(world.log)).not.toContain(secret)
    expect(JSON.stringify(health.read())).not.toContain(secret)
  })

  it('is no question where there is none', async () => {
    const { health, world } = begin([])
    await health.check()
    expect(health.read()).toEqual({
      status: 'none',
      since: '2027-01-11T08:00:00Z',
      addresses: [],
    })
    expect([world.asked, world.log]).toEqual([[], []])
  })
})
