import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { bookingInput, later, makeBooking, makeHold, slotAt, tuesdayTen } from '../requests.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const minute = 60_000

describe('a hold', () => {
  it('shows to everyone with its expiry, for every length that overlaps it', async () => {
    const hold = await makeHold(world, tuesdayTen)
    expect(hold).toMatchObject({
      startsAt: tuesdayTen,
      endsAt: later(tuesdayTen, 30),
      renewable: true,
    })
    expect(Date.parse(hold.expiresAt) - Date.parse(hold.now)).toBe(5 * minute)
    const expected = { state: 'held', expiresAt: hold.expiresAt }
    expect(await slotAt(world, tuesdayTen)).toMatchObject(expected)
    expect(await slotAt(world, later(tuesdayTen, -30), { minutes: 60 })).toMatchObject(expected)
    expect(await slotAt(world, later(tuesdayTen, 30))).toMatchObject({ state: 'free' })
  })

  it('runs out by itself, and its slot can be taken the moment it does', async () => {
    await makeHold(world, tuesdayTen)
    world.clock.advance(5 * minute - 1)
    const { body } = await world.refuse('createBooking', {
      body: bookingInput(tuesdayTen),
      key: newKey(),
    })
    expect(body.code).toBe('slot_taken')
    world.clock.advance(1)
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    await makeBooking(world, tuesdayTen)
  })

  it('is renewed once, by five minutes', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const sent = { params: { id: hold.id }, bearer: hold.token, body: { renew: true } }
    const { body: renewed } = await world.send('changeHold', sent)
    expect(Date.parse(renewed.expiresAt) - Date.parse(hold.expiresAt)).toBe(5 * minute)
    expect(renewed.renewable).toBe(false)
    const { body } = await world.refuse('changeHold', sent)
    expect(body.code).toBe('not_changeable')
  })

  it('moves in one step, and frees the old time only if the new one was to be had', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const there = later(tuesdayTen, 60)
    await makeBooking(world, there)
    const move = (startsAt: string) => ({
      params: { id: hold.id },
      bearer: hold.token,
      body: { startsAt, minutes: 30 },
    })
    expect((await world.refuse('changeHold', move(there))).body.code).toBe('slot_taken')
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'held' })
    await world.send('changeHold', move(later(tuesdayTen, 30)))
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    expect(await slotAt(world, later(tuesdayTen, 30))).toMatchObject({ state: 'held' })
  })

  it('is released by its holder only, as often as they like', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const other = await makeHold(world, later(tuesdayTen, 60))
    const release = { params: { id: hold.id }, bearer: hold.token }
    expect((await world.refuse('releaseHold', { ...release, bearer: other.token })).status).toBe(
      404,
    )
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'held' })
    await world.send('releaseHold', release)
    await world.send('releaseHold', release)
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
  })
})

describe('booking with a hold', () => {
  it('keeps the record and its id, and the slot is never free in between', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const { booking } = await makeBooking(world, tuesdayTen, { hold })
    expect(booking).toMatchObject({ id: hold.id, version: 2, status: 'booked' })
    await world.send('releaseHold', { params: { id: hold.id }, bearer: hold.token })
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'taken' })
  })

  it('tries a plain claim where the hold has run out or is unknown', async () => {
    const hold = await makeHold(world, tuesdayTen)
    world.clock.advance(6 * minute)
    const { booking } = await makeBooking(world, tuesdayTen, { hold })
    expect(booking.status).toBe('booked')
    const unknown = { id: 'unknown-hold', token: 'x'.repeat(43) }
    await makeBooking(world, later(tuesdayTen, 30), { hold: unknown })
  })

  it('is refused for another start than was held', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const { body } = await world.refuse('createBooking', {
      body: bookingInput(later(tuesdayTen, 30), { hold }),
      key: newKey(),
    })
    expect(body.code).toBe('hold_mismatch')
  })

  it('lets the holder finish although the start has come inside the notice', async () => {
    const startsAt = '2027-01-11T10:15:00Z'
    world.clock.advance(14 * minute)
    const bina = { expertId: 'expert-bina', startsAt, minutes: 30 }
    const { body: hold } = await world.send('createHold', { body: bina, key: newKey() })
    world.clock.advance(2 * minute)
    await makeBooking(world, startsAt, { ...bina, hold })
    const { body } = await world.refuse('createBooking', {
      body: bookingInput(startsAt, bina),
      key: newKey(),
    })
    expect(body.code).toBe('inside_notice')
  })

  it('takes another length than was held if there is room', async () => {
    const hold = await makeHold(world, tuesdayTen)
    const { booking } = await makeBooking(world, tuesdayTen, { hold, minutes: 60 })
    expect(booking).toMatchObject({ minutes: 60, price: { amount: 18_000 } })
    expect(await slotAt(world, later(tuesdayTen, 30))).toMatchObject({ state: 'taken' })
  })
})
