import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeBooking, tuesdayTen } from '../http/requests.ts'
import { startWorld, type World } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

let world: World
let open: Listener[]
beforeEach(async () => {
  world = await startWorld({ rateLimits: true, trustProxy: 1 })
  open = []
})
afterEach(async () => {
  for (const each of open) each.close()
  await world.stop()
})

async function lineFrom(address: string): Promise<Listener> {
  const listener = await connect(world.url, { headers: { 'X-Forwarded-For': address } })
  open.push(listener)
  return listener
}

/** As many as are let in, of so many at once. */
async function linesFrom(addressOf: (index: number) => string, count: number): Promise<Listener[]> {
  const asked = Array.from({ length: count }, (_, index) => lineFrom(addressOf(index)))
  const settled = await Promise.allSettled(asked)
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}

const ok = { ok: true } as const
const watchAda = (listener: Listener) => listener.ask('board:watch', { expertId: 'expert-ada' })

describe('a network', () => {
  it('has four hundred lines, from whichever of its addresses, and its neighbours have theirs', async () => {
    const mine = await linesFrom((index) => `203.0.113.${index % 250}`, 500)
    expect(mine).toHaveLength(400)
    await expect(lineFrom('203.0.113.251')).rejects.toThrow()
    expect(await watchAda(await lineFrom('203.0.114.1'))).toMatchObject(ok)
  })

  it('is the /64 of IPv6', async () => {
    const mine = await linesFrom((index) => `2001:db8:1:2:${index.toString(16)}::1`, 500)
    expect(mine).toHaveLength(400)
    expect(await watchAda(await lineFrom('2001:db8:1:3::1'))).toMatchObject(ok)
  })

  it('looks up a few hundred made-up bookings at once, over however many lines, and others go on', async () => {
    const mine = await linesFrom((index) => `203.0.113.${index}`, 20)
    const lookUps = mine.flatMap((listener) =>
      Array.from({ length: 40 }, (_, index) =>
        listener.ask('bookings:watch', { id: `id-made-up-${index}`, token: 'x'.repeat(43) }),
      ),
    )
    const answers = (await Promise.all(lookUps)) as { problem: { code: string } }[]
    const looked = answers.filter(({ problem }) => problem.code === 'not_found')
    const refused = answers.filter(({ problem }) => problem.code === 'too_many')
    expect([looked.length, refused.length]).toEqual([240, 560])

    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const customer = await lineFrom('198.51.100.1')
    const asked = { id: booking.id, token: manageToken }
    expect(await customer.ask('bookings:watch', asked)).toMatchObject(ok)
  })

  it('of an office with a hundred open boards meets no limit, not even when all come back at once', async () => {
    for (let round = 0; round < 2; round++) {
      const boards = await linesFrom(() => '203.0.113.1', 100)
      expect(boards).toHaveLength(100)
      const answers = await Promise.all(boards.map(watchAda))
      for (const answer of answers) expect(answer).toMatchObject(ok)
      for (const each of boards) each.close()
    }
  })
})

describe('a line that floods', () => {
  it('is let go, with one line of its refusals in the log, and others stay', async () => {
    const calm = await lineFrom('203.0.113.1')
    const flooder = await lineFrom('198.51.100.1')
    for (let index = 0; index < 3000; index++) flooder.send('board:watch', { expertId: 'x' })
    await vi.waitFor(() => expect(flooder.isConnected()).toBe(false))
    expect(calm.isConnected()).toBe(true)
    const refusals = world.log.filter((line) => line.includes('"problem":"too_many"'))
    expect(refusals).toHaveLength(1)
    expect(world.log.filter((line) => line.includes('board:watch')).length).toBeLessThan(400)
  })

  it('with what nobody knows is let go as well', async () => {
    const flooder = await lineFrom('198.51.100.1')
    for (let index = 0; index < 3000; index++) flooder.send('nothing:known', {})
    await vi.waitFor(() => expect(flooder.isConnected()).toBe(false))
  })
})

it('where limits are off, a network has as many lines as it likes', async () => {
  await world.stop()
  world = await startWorld({ trustProxy: 1 })
  expect(await linesFrom(() => '203.0.113.1', 450)).toHaveLength(450)
})
