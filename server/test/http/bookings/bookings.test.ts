import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { later, makeBooking, slotAt, tuesdayTen } from '../requests.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

async function change(
  { booking, manageToken }: Awaited<ReturnType<typeof makeBooking>>,
  body: Record<string, unknown>,
) {
  const { body: answer } = await world.send('changeBooking', {
    params: { id: booking.id },
    bearer: manageToken,
    key: newKey(),
    body: { version: booking.version, ...body },
  })
  return answer
}

describe('a booking', () => {
  it('says who, when, for how much and until when it can be changed', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    expect(booking).toMatchObject({
      status: 'booked',
      startsAt: tuesdayTen,
      endsAt: later(tuesdayTen, 30),
      price: { amount: 9000, currency: 'USD' },
      customer: { name: 'Grace Hopper', email: 'grace@example.com', phone: '+1 202 555 0101' },
      timeZone: 'America/New_York',
      changeableUntil: later(tuesdayTen, -1440),
      roomOpensAt: later(tuesdayTen, -10),
      roomClosesAt: later(tuesdayTen, 60),
      expert: { slug: 'ada-lovelace', timeZone: 'Europe/London' },
      allowedActions: ['cancel', 'reschedule', 'correct'],
    })
  })

  it('computes end and price itself, whatever the client says', async () => {
    const lies = { endsAt: '2030-01-01T00:00:00Z', hourlyRate: 1 }
    const { booking } = await makeBooking(world, tuesdayTen, lies)
    expect(booking).toMatchObject({ endsAt: later(tuesdayTen, 30), price: { amount: 9000 } })
  })

  it('is completed when its end has passed', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    world.clock.now = (Date.parse(booking.endsAt) + 1) as typeof world.clock.now
    const { body } = await world.send('getBooking', {
      params: { id: booking.id },
      bearer: manageToken,
    })
    expect(body.booking).toMatchObject({ status: 'completed', allowedActions: [] })
  })

  it('exists for its token only', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const other = await makeBooking(world, later(tuesdayTen, 60))
    for (const bearer of [other.manageToken, 'x', 'x'.repeat(43)]) {
      const { status } = await world.refuse('getBooking', { params: { id: booking.id }, bearer })
      expect(status).toBe(404)
    }
    expect((await world.refuse('getBooking', { params: { id: booking.id } })).status).toBe(404)
  })
})

describe('changing a booking', () => {
  it('cancels with a reason and frees the slot', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const { booking } = await change(made, { status: 'cancelled', reason: 'Ill' })
    expect(booking).toMatchObject({ status: 'cancelled', cancelReason: 'Ill', version: 2 })
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    await makeBooking(world, tuesdayTen)
  })

  it('moves in one write: the old slot is free, the new one taken, the link the same', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const there = later(tuesdayTen, 30)
    const { booking, manageToken } = await change(made, { startsAt: there, minutes: 60 })
    expect(booking).toMatchObject({
      id: made.booking.id,
      startsAt: there,
      minutes: 60,
      price: { amount: 18_000 },
    })
    expect(manageToken).toBeUndefined()
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    expect(await slotAt(world, later(tuesdayTen, 60))).toMatchObject({ state: 'taken' })
  })

  it('may move onto its own time', async () => {
    const made = await makeBooking(world, tuesdayTen, { minutes: 60 })
    const { booking } = await change(made, { startsAt: later(tuesdayTen, 30) })
    expect(booking.startsAt).toBe(later(tuesdayTen, 30))
  })

  it('corrects details, and a new address makes a new link', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const mended = await change(made, { customer: { name: 'Grace M. Hopper', phone: '' } })
    expect(mended.manageToken).toBeUndefined()
    expect(mended.booking.customer).toEqual({ name: 'Grace M. Hopper', email: 'grace@example.com' })
    const moved = await change(
      { ...made, booking: mended.booking },
      { customer: { email: 'g.hopper@example.com' } },
    )
    expect(moved.manageToken).toBeDefined()
    const { status } = await world.refuse('getBooking', {
      params: { id: made.booking.id },
      bearer: made.manageToken,
    })
    expect(status).toBe(404)
  })

  it('is refused after the cancellation window, but a correction is not', async () => {
    const made = await makeBooking(world, tuesdayTen)
    world.clock.now = (Date.parse(made.booking.changeableUntil) + 1) as typeof world.clock.now
    const refused = async (body: Record<string, unknown>) =>
      (
        await world.refuse('changeBooking', {
          params: { id: made.booking.id },
          bearer: made.manageToken,
          key: newKey(),
          body: { version: 1, ...body },
        })
      ).body.code
    expect(await refused({ status: 'cancelled' })).toBe('too_late')
    expect(await refused({ startsAt: later(tuesdayTen, 60) })).toBe('too_late')
    const { booking } = await change(made, { topic: 'Something else' })
    expect(booking.topic).toBe('Something else')
  })

  it('is refused with an old version, and a cancelled booking stays cancelled', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const cancelled = await change(made, { status: 'cancelled' })
    const sent = { params: { id: made.booking.id }, bearer: made.manageToken }
    const stale = { ...sent, key: newKey(), body: { version: 1, startsAt: later(tuesdayTen, 60) } }
    expect((await world.refuse('changeBooking', stale)).body.code).toBe('stale_version')
    const revived = { ...stale, key: newKey(), body: { ...stale.body, version: 2 } }
    expect((await world.refuse('changeBooking', revived)).body.code).toBe('not_changeable')
    expect(cancelled.booking.allowedActions).toEqual([])
  })

  it('lets one of two simultaneous changes through', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const attempt = async (body: Record<string, unknown>) =>
      change(made, body).then(
        () => 'changed',
        (error: unknown) => String(error),
      )
    const outcomes = await Promise.all([
      attempt({ status: 'cancelled' }),
      attempt({ startsAt: later(tuesdayTen, 60) }),
      attempt({ topic: 'New' }),
    ])
    expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.includes('stale_version'))).toHaveLength(2)
  })
})
