import { describe, expect, it } from 'vitest'
import { day, minute } from '../../../src/domain/time/instant.ts'
import { codeIn, createBrowser } from '../../browser.ts'
import { mailTo, newKey } from '../../harness.ts'
import { bookingInput, later, slotAt, tuesdayTen } from '../requests.ts'
import { limitedWorlds } from '../worlds.ts'
import { signedIn } from '../staff.ts'
import {
  bad,
  book,
  bookUntilAsked,
  calm,
  customer,
  from,
  refuseBooking,
  startNumber,
  strictContent,
} from './proof-scene.ts'

const openWorld = limitedWorlds({ trustProxy: 1 })

describe('what is kept for proof', () => {
  it('is booked by whoever signs in with that address, once, and told by mail', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    const { kept } = await refuseBooking(world, startNumber(30), bad, {
      customer: customer('Joan'),
    })
    const id = kept?.id ?? ''
    const joan = await signedIn(world, 'Joan@example.com')
    const key = newKey()
    const first = await joan.send('confirmBooking', { params: { id }, key })
    expect(first.body.booking).toMatchObject({
      id,
      status: 'booked',
      startsAt: startNumber(30),
      customer: customer('Joan'),
      topic: 'A compiler that nobody believes in',
    })
    for (const again of [key, newKey()]) {
      const { body } = await joan.send('confirmBooking', { params: { id }, key: again })
      expect(body.manageToken).toBe(first.body.manageToken)
      expect(body.booking.version).toBe(first.body.booking.version)
    }
    expect((await mailTo(world, 'joan@example.com')).text).toContain('Ada Lovelace')
    expect(await slotAt(world, startNumber(30))).toMatchObject({ state: 'taken' })
  })

  it('is told of in the mail with the code, to that address alone', async () => {
    const world = await openWorld({ content: strictContent() })
    const more = { customer: customer('Joan') }
    const { kept } = await refuseBooking(world, tuesdayTen, bad, more)
    const joan = createBrowser(world)
    const asking = (email: string) => ({ body: { email, bookingId: kept?.id } })
    await joan.send('startSignIn', asking('JOAN@example.com'))
    const mail = await mailTo(world, 'JOAN@example.com')
    expect(mail.subject).toMatch(/confirms your session with Ada Lovelace/)
    expect(mail.text).toContain('Tuesday 12 January, 05:00')
    expect(mail.text).toContain(`/sign-in?to=${encodeURIComponent(`/b/${kept?.id}`)}#`)
    await createBrowser(world).send('startSignIn', asking('alan@example.com'))
    const other = await mailTo(world, 'alan@example.com')
    expect(other.subject).toMatch(/is your sign-in code/)
    expect(other.text).not.toMatch(/Ada|January|to=/)
  })

  it('is a hold to everybody else, and to whoever else signs in', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    const { kept } = await refuseBooking(world, startNumber(30), bad, {
      customer: customer('Joan'),
    })
    const id = kept?.id ?? ''
    const alan = await signedIn(world, 'alan@example.com')
    for (const params of [{ id }, { id: 'no-such-booking' }]) {
      const refused = await alan.refuse('confirmBooking', { params, key: newKey() })
      expect(refused.body.code).toBe('not_found')
    }
    expect((await alan.refuse('getBooking', { params: { id } })).status).toBe(404)
    const stranger = await world.refuse('confirmBooking', { params: { id }, key: newKey() })
    expect(stranger.body.code).toBe('signed_out')
  })

  it('is gone with all that was written when its time is over', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    const { kept } = await refuseBooking(world, startNumber(30), bad, {
      customer: customer('Joan'),
    })
    const id = kept?.id ?? ''
    world.clock.advance(15 * minute)
    const joan = await signedIn(world, 'joan@example.com')
    const refused = await joan.refuse('confirmBooking', { params: { id }, key: newKey() })
    expect(refused.body.code).toBe('not_found')
    await world.storage.bookings.releaseExpired(world.clock.now)
    expect(JSON.stringify(await world.storage.bookings.find(id))).not.toContain('Joan')
  })

  it('keeps the hold that it was asked for from, with its price', async () => {
    const world = await openWorld({ content: strictContent() })
    const asked = { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 }
    const { body: hold } = await world.send('createHold', { body: asked, key: newKey() })
    const more = { hold: { id: hold.id, token: hold.token } }
    const { code, kept } = await refuseBooking(world, tuesdayTen, bad, more)
    expect([code, kept?.id]).toEqual(['proof_needed', hold.id])
    expect(kept?.expiresAt).toBe(later('2027-01-11T08:00:00Z', 15))
    // Sent once more from the same form, with a typo mended.
    world.clock.advance(minute)
    const mended = { ...more, customer: customer('Joan') }
    expect((await refuseBooking(world, tuesdayTen, bad, mended)).kept).toMatchObject({
      id: hold.id,
      expiresAt: kept?.expiresAt,
    })
    const joan = await signedIn(world, 'joan@example.com')
    const { body } = await joan.send('confirmBooking', { params: { id: hold.id }, key: newKey() })
    expect(body.booking).toMatchObject({ id: hold.id, price: hold.price, status: 'booked' })
    expect(body.booking.customer).toEqual(customer('Joan'))
  })
})

describe('whoever has proved their address', () => {
  it('books by a session, also where everybody has to prove theirs', async () => {
    const world = await openWorld({ content: strictContent() })
    const grace = await signedIn(world, 'grace@example.com')
    const sent = { body: bookingInput(tuesdayTen), key: newKey() }
    expect((await grace.send('createBooking', sent)).status).toBe(201)
    // That is who they are, and not the address of somebody else.
    const body = bookingInput(startNumber(9), { customer: customer('Joan') })
    const refused = await grace.refuse('createBooking', { body, key: newKey() })
    expect(refused.body.code).toBe('proof_needed')
  })

  it('books by the browser in which they once did, and no other address by it', async () => {
    const world = await openWorld({ content: strictContent() })
    const grace = await signedIn(world, 'grace@example.com')
    await grace.send('signOut')
    await grace.send('createBooking', { body: bookingInput(tuesdayTen), key: newKey() })
    const body = bookingInput(startNumber(9), { customer: customer('Joan') })
    const refused = await grace.refuse('createBooking', { body, key: newKey() })
    expect(refused.body.code).toBe('proof_needed')
  })

  it('may go on where their network may not, up to twenty sessions', async () => {
    const world = await openWorld()
    await bookUntilAsked(world, bad)
    const grace = createBrowser(world)
    await grace.send('startSignIn', { body: { email: 'grace@example.com' }, headers: from(bad) })
    await grace.send('proveSignIn', { body: { code: codeIn(world) }, headers: from(bad) })
    for (let index = 0; index < 20; index++) {
      const body = bookingInput(startNumber(30 + index))
      await grace.send('createBooking', { body, key: newKey(), headers: from(bad) })
    }
    const body = bookingInput(startNumber(60))
    const refused = await grace.refuse('createBooking', { body, key: newKey(), headers: from(bad) })
    expect(refused.body).toMatchObject({ code: 'too_many', retryAfterSeconds: 3600 })
  })

  it('has those twenty, however many strangers booked with their address before', async () => {
    const world = await openWorld()
    const theirs = { customer: customer('Grace') }
    for (let index = 0; index < 24; index++) {
      await book(world, startNumber(index), `198.51.${index}`, theirs)
    }
    const grace = await signedIn(world, 'grace@example.com')
    const { body: listed } = await grace.send('listMyBookings', { query: { scope: 'upcoming' } })
    const input = bookingInput(startNumber(50), theirs)
    const { status } = await grace.send('createBooking', { body: input, key: newKey() })
    expect([listed.items.length, status]).toEqual([20, 201])
    const [first] = listed.items
    const longer = { version: first?.version, startsAt: startNumber(60), minutes: 60 }
    const { body } = await grace.send('changeBooking', {
      params: { id: first?.id ?? '' },
      body: longer,
      key: newKey(),
    })
    expect(body.booking).toMatchObject({ startsAt: startNumber(60), minutes: 60 })
  })

  it('frees what was booked without, for the next of their network', async () => {
    const world = await openWorld()
    const { booked } = await bookUntilAsked(world, bad)
    for (let index = 0; index < booked; index++) {
      await world.storage.bookings.prove(`made${index}@example.com`, 'somebody', world.clock.now)
    }
    await book(world, startNumber(40), bad)
  })
})

describe('an address', () => {
  it('cannot be used up by strangers, nor asked how much was booked with it', async () => {
    const world = await openWorld()
    for (let index = 0; index < 12; index++) await book(world, startNumber(index), bad)
    const answers = ['grace@example.com', 'nobody@example.com'].map(async (email, index) => {
      const more = { customer: { name: 'Grace', email } }
      const { status, body } = await book(world, startNumber(20 + index), calm, more)
      return [status, Object.keys(body), body.booking.status]
    })
    const [known, unknown] = await Promise.all(answers)
    expect(known).toEqual(unknown)
  })

  it('is corrected a few times a day only', async () => {
    const world = await openWorld()
    let { booking, manageToken } = (await book(world, tuesdayTen, bad)).body
    const correct = (name: string) => ({
      params: { id: booking.id },
      bearer: manageToken,
      key: newKey(),
      body: { version: booking.version, customer: { email: `${name}@example.com` } },
    })
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      const { body } = await world.send('changeBooking', correct(name))
      booking = body.booking
      manageToken = body.manageToken ?? ''
    }
    expect((await world.refuse('changeBooking', correct('six'))).body.code).toBe('too_many')
    const params = { id: booking.id }
    const { body } = await world.send('getBooking', { params, bearer: manageToken })
    expect(body.booking.customer?.email).toBe('five@example.com')
    world.clock.advance(day)
    expect((await world.send('changeBooking', correct('six'))).status).toBe(200)
  })

  it('counts one correction once, however often it is sent in the same moment', async () => {
    const world = await openWorld()
    const { booking, manageToken } = (await book(world, tuesdayTen, bad)).body
    const corrected = {
      params: { id: booking.id },
      bearer: manageToken,
      key: newKey(),
      body: { version: booking.version, customer: { email: 'one@example.com' } },
    }
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => world.send('changeBooking', corrected)),
    )
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
  })

  it('is corrected to a proved one alone where everybody proves theirs', async () => {
    const world = await openWorld({ content: strictContent() })
    const grace = await signedIn(world, 'grace@example.com')
    const { body } = await grace.send('createBooking', {
      body: bookingInput(tuesdayTen),
      key: newKey(),
    })
    const change = {
      params: { id: body.booking.id },
      bearer: body.manageToken,
      body: { version: 1, customer: { email: 'joan@example.com' } },
    }
    const refused = await grace.refuse('changeBooking', { ...change, key: newKey() })
    expect(refused.body.code).toBe('proof_needed')
    const joan = await signedIn(world, 'joan@example.com')
    await joan.send('changeBooking', { ...change, key: newKey() })
  })
})
