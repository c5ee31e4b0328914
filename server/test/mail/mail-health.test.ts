import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../src/base/log.ts'
import { instantOf, minute } from '../../src/domain/time/instant.ts'
import { createMailHealth } from '../../src/mail/mail-health.ts'
import type { Handover } from '../../src/mail/transport.ts'
import { mail, stamp } from './smtp-scene.ts'

const taken: Handover = { kind: 'handed_over', reply: '250 ok' }
const away: Handover = { kind: 'unreachable', reason: 'nothing listens on that port' }

function begin(hasServer = true) {
  const log: Record<string, unknown>[] = []
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(JSON.parse(chunk.toString()) as Record<string, unknown>)
      done()
    },
  })
  const world = {
    now: Date.UTC(2027, 0, 11, 8),
    reason: null as string | null,
    handover: taken,
    asked: 0,
    log,
  }
  const health = createMailHealth(
    {
      handOver: async () => world.handover,
      check: async () => {
        world.asked++
        return world.reason
      },
      close: async () => undefined,
    },
    hasServer,
    () => instantOf(world.now),
    createLogger('info', lines),
  )
  return { health, world }
}

describe('whether mail can be handed over', () => {
  it('is asked, and told to the log when it changes, once, with the reason', async () => {
    const { health, world } = begin()
    expect(health.read()).toEqual({ status: 'unchecked', since: '2027-01-11T08:00:00Z' })
    expect(await health.check()).toBeNull()
    expect(health.read().status).toBe('working')
    expect(world.log).toEqual([])
    world.now += 11 * minute
    world.reason = away.reason
    expect(await health.check()).toBe(away.reason)
    world.now += minute
    await health.check()
    expect(health.read()).toEqual({
      status: 'unreachable',
      since: '2027-01-11T08:11:00Z',
      reason: away.reason,
    })
    world.reason = null
    await health.check()
    expect(health.read()).toEqual({ status: 'working', since: '2027-01-11T08:12:00Z' })
    expect(world.log).toMatchObject([
      { level: 40, mail: 'unreachable', reason: away.reason },
      { level: 30, mail: 'working' },
    ])
  })

  it('is asked seldom while it is well, and each time while it is not', async () => {
    const { health, world } = begin()
    for (let round = 0; round < 10; round++) {
      await health.check()
      world.now += minute
    }
    expect(world.asked).toBe(1)
    await health.check()
    expect(world.asked).toBe(2)
    world.handover = away
    await health.transport.handOver(mail, stamp)
    world.reason = away.reason
    for (let round = 0; round < 3; round++) await health.check()
    expect(world.asked).toBe(5)
  })

  it.each<[Handover, string]>([
    [taken, 'working'],
    [{ kind: 'refused', reply: '550 no' }, 'working'],
    [{ kind: 'deferred', reply: '451 later' }, 'working'],
    [away, 'unreachable'],
    [{ kind: 'unknown', reason: 'the line broke' }, 'unchecked'],
  ])('is learnt from attempts: %j', async (handover, status) => {
    const { health, world } = begin()
    world.handover = handover
    expect(await health.transport.handOver(mail, stamp)).toEqual(handover)
    expect(health.read().status).toBe(status)
    expect(JSON.stringify(world.log)).not.toContain(mail.to)
  })

  it('is asked anew when a line broke', async () => {
    const { health, world } = begin()
    await health.check()
    world.handover = { kind: 'unknown', reason: 'the line broke' }
    await health.transport.handOver(mail, stamp)
    await health.check()
    expect(world.asked).toBe(2)
  })

  it('is no question where it is kept on this machine, unless the disk is full', async () => {
    const { health, world } = begin(false)
    expect(health.read().status).toBe('none')
    await health.check()
    expect(health.read().status).toBe('none')
    world.now += 11 * minute
    world.reason = 'the folder cannot be written to'
    await health.check()
    expect(health.read().status).toBe('unreachable')
  })
})
