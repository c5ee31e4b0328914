import { describe, expect, it } from 'vitest'
import { hour, minute } from '../../../src/domain/time/instant.ts'
import { newKey } from '../../harness.ts'
import { bookingInput, later, slotAt } from '../requests.ts'
import { limitedWorlds } from '../worlds.ts'
import { bad, book, bookUntilAsked, calm, customer, from, startNumber } from './proof-scene.ts'

const openWorld = limitedWorlds({ trustProxy: 1 })

describe('a network that books more than is usual', () => {
  it('is asked for proof, and its time is kept for a quarter of an hour', async () => {
    const world = await openWorld()
    const { booked, told } = await bookUntilAsked(world, bad)
    // Three hundredths of 45 days of eight hours, less what was booked.
    expect(booked).toBe(21)
    expect(told.code).toBe('proof_needed')
    const expiresAt = later('2027-01-11T08:00:00Z', 15)
    expect(told.kept).toMatchObject({ expiresAt })
    expect(await slotAt(world, startNumber(21))).toMatchObject({ state: 'held', expiresAt })
    world.clock.advance(15 * minute)
    expect(await slotAt(world, startNumber(21))).toMatchObject({ state: 'free' })
  })

  it('is told so again when it repeats itself, and keeps one time by it', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    const sent = { body: bookingInput(startNumber(30)), key: newKey(), headers: from(bad) }
    const first = (await world.refuse('createBooking', sent)).body
    const { kept } = (await world.refuse('createBooking', sent)).body
    expect(kept).toEqual(first.kept)
    const other = { ...sent, body: bookingInput(startNumber(31)) }
    expect((await world.refuse('createBooking', other)).body.code).toBe('key_reused')
  })

  it('keeps no more than a small part of the time, whatever names its browsers make up', async () => {
    const world = await openWorld()
    let held = 0
    for (let index = 0; index < 60; index++) {
      const startsAt = startNumber(index)
      const body = { expertId: 'expert-ada', startsAt, minutes: 30, holder: `made-up-${index}` }
      const sent = { body, key: newKey(), headers: from(bad) }
      const answer = await world.send('createHold', sent).catch(() => null)
      if (answer) held++
      else {
        const { code } = (await world.refuse('createHold', sent)).body
        expect(['proof_needed', 'work_needed']).toContain(code)
      }
    }
    // Four and a half hundredths of what is left.
    expect(held).toBe(31)
    const asked = { body: { expertId: 'expert-ada', startsAt: startNumber(40), minutes: 30 } }
    await world.send('createHold', { ...asked, key: newKey(), headers: from(calm) })
  })

  it('is no concern of others, nor of itself with other experts', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    await book(world, startNumber(30), calm)
    await book(world, '2027-01-12T04:15:00Z', bad, { expertId: 'expert-bina' })
  })

  it('is one network by the whole of its IPv6 addresses', async () => {
    const world = await openWorld()
    const site = (index: number) => ({ 'X-Forwarded-For': `2001:db8:7:${index.toString(16)}::1` })
    for (let index = 0; index < 21; index++) {
      const body = bookingInput(startNumber(index))
      await world.send('createBooking', { body, key: newKey(), headers: site(index) })
    }
    const body = bookingInput(startNumber(21))
    const refused = await world.refuse('createBooking', { body, key: newKey(), headers: site(99) })
    expect(refused.body.code).toBe('proof_needed')
  })

  it('cannot make its sessions longer either', async () => {
    const world = await openWorld()
    const { body } = await book(world, startNumber(400), bad)
    await bookUntilAsked(world, bad)
    const change = { version: 1, startsAt: startNumber(300), minutes: 60 }
    const sent = { params: { id: body.booking.id }, bearer: body.manageToken, body: change }
    const refused = await world.refuse('changeBooking', { ...sent, key: newKey() })
    expect(refused.body.code).toBe('proof_needed')
    const shorter = { ...change, minutes: 30 }
    await world.send('changeBooking', { ...sent, body: shorter, key: newKey() })
  })

  it('is simply refused where nobody reads mail, and gets all that may be kept', async () => {
    const world = await openWorld({ mailIsRead: false })
    const { booked, told } = await bookUntilAsked(world, bad)
    expect(booked).toBe(31)
    expect(told).toMatchObject({ code: 'too_many', retryAfterSeconds: hour / 1000 })
  })
})

describe('twenty colleagues behind one address', () => {
  it('book within ten minutes with one expert, and none of them is asked for anything', async () => {
    const world = await openWorld()
    const headers = { 'X-Forwarded-For': '198.51.100.7' }
    for (let index = 0; index < 20; index++) {
      const startsAt = startNumber(index * 3)
      const asked = { expertId: 'expert-ada', startsAt, minutes: 30, holder: `colleague-${index}` }
      const { body: hold } = await world.send('createHold', { body: asked, key: newKey(), headers })
      world.clock.advance(0.4 * minute)
      const more = {
        customer: customer(`Colleague${index}`),
        hold: { id: hold.id, token: hold.token },
        price: hold.price,
      }
      const body = bookingInput(startsAt, more)
      await world.send('createBooking', { body, key: newKey(), headers })
    }
  })
})
