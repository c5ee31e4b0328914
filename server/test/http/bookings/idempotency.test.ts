import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { bookingInput, later, makeBooking, makeHold, slotAt, tuesdayTen } from '../requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

describe('a retry with the same Idempotency-Key', () => {
  it('gives the same 201 with the same token and one booking, also twenty at a time', async () => {
    const sent = { body: bookingInput(tuesdayTen), key: newKey() }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.send('createBooking', sent)),
    )
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
  })

  it('gives the same answer after the slot has passed', async () => {
    const sent = { body: bookingInput(later(tuesdayTen, 60)), key: newKey() }
    const first = await world.send('createBooking', sent)
    const { now } = world.clock
    world.clock.advance(3 * 24 * 3600_000)
    const again = await world.send('createBooking', sent)
    world.clock.now = now
    expect(again.body).toEqual(first.body)
  })

  it('is refused with another body', async () => {
    const key = newKey()
    await world.send('createBooking', { body: bookingInput(later(tuesdayTen, 120)), key })
    const { status, body } = await world.refuse('createBooking', {
      body: bookingInput(later(tuesdayTen, 180)),
      key,
    })
    expect([status, body.code]).toEqual([422, 'key_reused'])
    expect(await slotAt(world, later(tuesdayTen, 180))).toMatchObject({ state: 'free' })
  })

  it('books once where the first attempt used a hold that is a booking by now', async () => {
    const startsAt = later(tuesdayTen, 240)
    const hold = await makeHold(world, startsAt)
    const sent = { body: bookingInput(startsAt, { hold }), key: newKey() }
    const first = await world.send('createBooking', sent)
    expect((await world.send('createBooking', sent)).body).toEqual(first.body)
    expect(first.body.booking.id).toBe(hold.id)
  })

  it('gives the same hold', async () => {
    const sent = {
      body: { expertId: 'expert-ada', startsAt: later(tuesdayTen, 300), minutes: 30 },
      key: newKey(),
    }
    const first = await world.send('createHold', sent)
    expect((await world.send('createHold', sent)).body).toEqual(first.body)
  })

  it('gives the same answer to a change, and changes once', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-13T10:00:00Z')
    const sent = {
      params: { id: booking.id },
      bearer: manageToken,
      key: newKey(),
      body: { version: 1, startsAt: '2027-01-13T12:00:00Z' },
    }
    const answers = await Promise.all([1, 2, 3].map(() => world.send('changeBooking', sent)))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect(answers[0]?.body.booking.version).toBe(2)
    const { body } = await world.refuse('changeBooking', {
      ...sent,
      body: { version: 2, status: 'cancelled' },
    })
    expect(body.code).toBe('key_reused')
  })

  it('answers the retry of a new address that comes with the old link, which is dead otherwise', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-14T10:00:00Z')
    const sent = {
      params: { id: booking.id },
      bearer: manageToken,
      key: newKey(),
      body: { version: 1, customer: { email: 'hopper@example.com' } },
    }
    const first = await world.send('changeBooking', sent)
    expect((await world.send('changeBooking', sent)).body).toEqual(first.body)
    const dead = await world.refuse('getBooking', {
      params: { id: booking.id },
      bearer: manageToken,
    })
    expect(dead.status).toBe(404)
    await world.send('getBooking', {
      params: { id: booking.id },
      bearer: first.body.manageToken ?? '',
    })
  })

  it('is demanded', async () => {
    const { status, body } = await world.refuse('createBooking', {
      body: bookingInput(later(tuesdayTen, 330)),
    })
    expect([status, body.code]).toEqual([400, 'key_required'])
  })
})
