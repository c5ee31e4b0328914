import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLogger } from '../../../src/base/log.ts'
import { createTokens } from '../../../src/base/tokens.ts'
import { hour } from '../../../src/domain/time/instant.ts'
import { createCallFaults } from '../../../src/services/calls/faults.ts'
import { createBrowser } from '../../browser.ts'
import { startWorld, type World, type WorldOptions } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

const secret = 'what the relay knows as well'
const nowhere = {
  stunUrls: [],
  // Nothing listens there.
  turnUrls: ['turn:127.0.0.1:9?transport=tcp'],
  turnSecret: secret,
}
const none = { relay_refused: 0, relay_unreachable: 0, no_path: 0 }

let world: World
afterEach(() => world.stop())

async function begin(options: WorldOptions = {}) {
  world = await startWorld({ content: staffedContent(), ...options })
}

async function readiness() {
  const { status, text } = await rawRequest(world.url, '/readyz')
  return { status, text, body: JSON.parse(text) as unknown }
}

/** As the application has it: the store is the same. */
function faults() {
  const { storage, clock } = world
  const tokens = createTokens('a secret of the tests, 32 bytes long')
  return createCallFaults({ storage, clock: () => clock.now, tokens }, createLogger('silent'))
}

describe('whoever hosts it', () => {
  it('is told of a relay that does not answer, and the server serves all the same', async () => {
    await begin({ relaySettings: nowhere })
    await vi.waitFor(async () =>
      expect((await readiness()).body).toMatchObject({ relay: 'unreachable' }),
    )
    const { status, text, body } = await readiness()
    expect(status).toBe(200)
    const since = '2027-01-11T08:00:00Z'
    expect(body).toMatchObject({ status: 'ready', relay: 'unreachable', since })
    // Where it is, is for administrators.
    expect(text).not.toContain('127.0.0.1')
    const warned = world.log.filter((line) => line.includes('"relay":"unreachable"'))
    expect(warned).toHaveLength(1)
    expect(world.log.join('\n')).not.toContain(secret)
    const admin = await signedIn(world, adminEmail)
    const health = await admin.send('getCallHealth')
    expect(health.body).toEqual({
      relay: {
        status: 'unreachable',
        since,
        addresses: [{ url: nowhere.turnUrls[0], status: 'unreachable', detail: 'ECONNREFUSED' }],
      },
      reports: { thisHour: none, lastDay: none },
    })
    expect(JSON.stringify(health.body)).not.toContain(secret)
  })

  it('hears that there is none where none is configured', async () => {
    await begin()
    const since = '2027-01-11T08:00:00Z'
    expect((await readiness()).body).toMatchObject({ status: 'ready', relay: 'none', since })
  })

  it('alone reads it, as an administrator', async () => {
    await begin()
    const stranger = await createBrowser(world).refuse('getCallHealth')
    expect([stranger.status, stranger.body.code]).toEqual([401, 'signed_out'])
    const expert = await (await signedIn(world, adaEmail)).refuse('getCallHealth')
    expect([expert.status, expert.body.code]).toEqual([403, 'forbidden'])
  })
})

describe('what browsers report', () => {
  it('is counted by the hour and the day, each side of a call once an hour', async () => {
    await begin()
    // Administrators are signed out after eight hours.
    const read = () => faults().read()
    const grace = { bookingId: 'booking-1', role: 'customer' } as const
    const ada = { bookingId: 'booking-1', role: 'expert' } as const
    for (const side of [grace, grace, ada, grace]) await faults().note('no_path', side)
    await faults().note('relay_refused', grace)
    const first = { ...none, no_path: 2, relay_refused: 1 }
    expect(await read()).toEqual({ thisHour: first, lastDay: first })
    const admin = await signedIn(world, adminEmail)
    const { body } = await admin.send('getCallHealth')
    expect(body.reports).toEqual({ thisHour: first, lastDay: first })

    world.clock.advance(hour)
    expect(await read()).toEqual({ thisHour: none, lastDay: first })
    await faults().note('no_path', grace)
    const both = { thisHour: { ...none, no_path: 1 }, lastDay: { ...first, no_path: 3 } }
    expect(await read()).toEqual(both)
    world.clock.advance(23 * hour)
    expect(await read()).toEqual({ thisHour: none, lastDay: { ...none, no_path: 1 } })
    world.clock.advance(hour)
    expect(await read()).toEqual({ thisHour: none, lastDay: none })
  })
})
