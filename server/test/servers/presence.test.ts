import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { createTokens } from '../../src/base/tokens.ts'
import type { BookedRecord } from '../../src/domain/bookings/booking.ts'
import { type Instant, instantOf, minute, plus } from '../../src/domain/time/instant.ts'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { connect, type Listener } from '../realtime/listener.ts'
import { aBooking, aGuard } from '../storage/fixtures.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { ReturningCaller } from './returning-caller.ts'
import { environmentFor, openSharedStore, type SharedStore } from './shared-store.ts'
import { ask } from './visits.ts'

const aSecond = 1000
const tokens = createTokens(environmentFor('')['SECRET'] ?? '')

interface Sides {
  readonly customer: { readonly id: string; readonly token: string }
  readonly expert: { readonly id: string; readonly token: string }
}

describe.skipIf(mongoUrl === null)('a booking whose sides are at two servers', () => {
  let store: SharedStore
  let here: RealServer
  let there: RealServer
  let callers: ReturningCaller[] = []
  let listeners: Listener[] = []
  beforeAll(async () => {
    store = await openSharedStore()
    ;[here, there] = await Promise.all([store.start(), store.start()])
  })
  afterEach(() => {
    for (const each of [...callers, ...listeners]) each.close()
    callers = []
    listeners = []
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  /** With Ada or Bina, from then on. */
  async function book(expertId: string, startsAt: Instant, minutes: number): Promise<Sides> {
    const endsAt = plus(startsAt, minutes * minute)
    const times = { startsAt, endsAt, until: endsAt, minutes }
    const booking: BookedRecord = { ...aBooking({ expertId }), ...times }
    const outcome = await store.storage.bookings.claim(booking, aGuard({ now: startsAt }))
    if (outcome.kind !== 'done') throw new Error(`The booking was ${outcome.kind}`)
    const { id } = booking
    return {
      customer: { id, token: tokens.forCustomer(booking) },
      expert: { id, token: tokens.forExpert(booking) },
    }
  }

  const quarter = () => instantOf(Math.floor(Date.now() / (15 * minute)) * 15 * minute)

  async function follow({ url }: RealServer, { id, token }: Sides['customer']): Promise<Listener> {
    const listener = await connect(url)
    listeners.push(listener)
    expect(await listener.ask('bookings:watch', { id, token })).toMatchObject({ ok: true })
    return listener
  }

  async function come({ url }: RealServer, side: Sides['customer'], seat: string) {
    const caller = await ReturningCaller.of(url, side, seat)
    callers.push(caller)
    return caller
  }

  async function read({ url }: RealServer, { id, token }: Sides['customer']): Promise<Booking> {
    const { text } = await ask(url, {
      method: 'GET',
      path: `/bookings/${id}`,
      body: undefined,
      token,
    })
    return (JSON.parse(text) as { booking: Booking }).booking
  }

  const told = (listener: Listener, name: string) =>
    listener.told.filter((each) => each.name === name).map(({ event }) => event)

  it('tells at one, within a second, who came and who said that they are late at the other', async () => {
    const sides = await book('expert-ada', quarter(), 60)
    const { id } = sides.customer
    const customer = await follow(here, sides.customer)
    const late = { minutes: 10, word: 'Traffic' }
    const sent = { method: 'PUT', path: `/bookings/${id}/late`, body: late } as const
    expect((await ask(there.url, { ...sent, token: sides.expert.token })).status).toBe(200)
    let doneAt = performance.now()
    await vi.waitFor(() => expect(told(customer, 'bookingChanged')).toEqual([{ id, version: 2 }]))
    expect(performance.now() - doneAt).toBeLessThan(aSecond)
    expect((await read(here, sides.customer)).late).toMatchObject({ expert: late })

    const expert = await come(there, sides.expert, 'seat-of-ada')
    doneAt = performance.now()
    await vi.waitFor(() => expect(told(customer, 'presenceChanged')).toEqual([{ id }]))
    expect(performance.now() - doneAt).toBeLessThan(aSecond)
    expect((await read(here, sides.customer)).presence).toMatchObject({
      expert: { state: 'there' },
    })
    expert.close()
    await vi.waitFor(async () => {
      expect((await read(here, sides.customer)).presence).toEqual({ expert: { state: 'lost' } })
    })
  })

  it('tells at one that the expert is still in a session at the other, and when no longer', async () => {
    const start = quarter()
    const before = await book('expert-bina', plus(start, -60 * minute), 60)
    const next = await book('expert-bina', start, 60)
    const customer = await follow(here, next.customer)
    expect(await read(here, next.customer)).not.toHaveProperty('heldUp')
    await come(there, before.expert, 'seat-of-bina')
    const grace = await come(there, before.customer, 'seat-of-grace')
    const { id } = next.customer
    await vi.waitFor(() => expect(told(customer, 'presenceChanged')).toEqual([{ id }, { id }]))
    expect((await read(here, next.customer)).heldUp).toBe(true)
    expect((await read(there, next.customer)).heldUp).toBe(true)
    grace.close()
    await vi.waitFor(async () => {
      expect(await read(here, next.customer)).not.toHaveProperty('heldUp')
    })
    await vi.waitFor(() => expect(told(customer, 'presenceChanged')).toHaveLength(3))
  })
})
