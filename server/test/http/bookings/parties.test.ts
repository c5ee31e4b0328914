import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import type { World } from '../../harness.ts'
import {
  administrator,
  type Browser,
  changeOf,
  expectCode,
  signedIn,
  startDesk,
} from '../desk-world.ts'
import { later, makeBooking, slotAt, tuesdayTen } from '../requests.ts'

const hour = 3_600_000

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

const read = async (browser: Browser, id: string) =>
  (await browser.send('getBooking', { params: { id } })).body.booking

describe('a booking', () => {
  it('is seen by its customer, its expert and an administrator, and is nothing to anybody else', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const admin = await administrator(world)
    const customer = await signedIn(world, 'grace@example.com')
    expect(await read(ada, booking.id)).toMatchObject({
      seenAs: 'expert',
      allowedActions: ['cancel', 'propose'],
      customer: { email: 'grace@example.com' },
    })
    expect(await read(admin, booking.id)).toMatchObject({
      seenAs: 'admin',
      allowedActions: ['cancel'],
    })
    expect(await read(customer, booking.id)).toMatchObject({
      seenAs: 'customer',
      allowedActions: ['cancel', 'reschedule', 'correct'],
    })
    const others = [createBrowser(world), await signedIn(world, 'bina-gurung@example.com')]
    for (const browser of others) {
      const params = { id: booking.id }
      expectCode(await browser.refuse('getBooking', { params }), 'not_found')
      expectCode(await browser.refuse('createCalendarTicket', { params }), 'not_found')
      const cancelling = { version: 1, status: 'cancelled', reason: 'No' }
      expectCode(
        await browser.refuse('changeBooking', changeOf(booking.id, cancelling)),
        'not_found',
      )
    }
    const { booking: own } = (
      await world.send('getBooking', { params: { id: booking.id }, bearer: manageToken })
    ).body
    expect(own.seenAs).toBe('customer')
  })

  it('is opened for the expert by a link of their own, which outlives the customer’s', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const params = { id: booking.id }
    const { manageToken: expertToken } = (await ada.send('getDeskBooking', { params })).body
    expect(expertToken).not.toBe(manageToken)
    const change = { version: 1, customer: { email: 'other@example.com' } }
    await world.send('changeBooking', changeOf(booking.id, change, manageToken))
    expectCode(await world.refuse('getBooking', { params, bearer: manageToken }), 'not_found')
    const { body } = await world.send('getBooking', { params, bearer: expertToken })
    expect(body.booking).toMatchObject({
      seenAs: 'expert',
      customer: { email: 'other@example.com' },
    })
    await world.send('createCalendarTicket', { params, bearer: expertToken })
    const other = await makeBooking(world, later(tuesdayTen, 60))
    const elsewhere = { params: { id: other.booking.id }, bearer: expertToken }
    expectCode(await world.refuse('getBooking', elsewhere), 'not_found')
  })

  it('is cancelled by the expert with a reason only, however late, and says so', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    world.clock.now = (Date.parse(tuesdayTen) + 29 * 60_000) as typeof world.clock.now
    for (const reason of [{}, { reason: '' }, { reason: '  ' }]) {
      const without = { version: 1, status: 'cancelled', ...reason }
      const refused = await ada.refuse('changeBooking', changeOf(booking.id, without))
      expectCode(refused, 'reason_needed')
      expect(refused.body.errors?.[0]?.pointer).toBe('#/reason')
    }
    const cancelling = { version: 1, status: 'cancelled', reason: 'I am ill' }
    const { body } = await ada.send('changeBooking', changeOf(booking.id, cancelling))
    expect(body.booking).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'expert',
      cancelReason: 'I am ill',
      allowedActions: [],
    })
  })

  it('cannot be cancelled by anybody once its end has come', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    world.clock.now = (Date.parse(tuesdayTen) + 30 * 60_000) as typeof world.clock.now
    const admin = await administrator(world)
    const again = await signedIn(world, 'ada-lovelace@example.com')
    for (const browser of [again, admin]) {
      const cancelling = { version: 1, status: 'cancelled', reason: 'Too late' }
      const refused = await browser.refuse('changeBooking', changeOf(booking.id, cancelling))
      expectCode(refused, 'not_changeable')
    }
  })

  it('is cancelled by an administrator with a reason only', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const admin = await administrator(world)
    const without = changeOf(booking.id, { version: 1, status: 'cancelled' })
    expectCode(await admin.refuse('changeBooking', without), 'reason_needed')
    const cancelling = { version: 1, status: 'cancelled', reason: 'A double' }
    const { body } = await admin.send('changeBooking', changeOf(booking.id, cancelling))
    expect(body.booking).toMatchObject({ seenAs: 'admin', cancelledBy: 'admin' })
  })

  it('is neither moved nor corrected by the expert or an administrator', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const admin = await administrator(world)
    const changes = [
      { version: 1, startsAt: later(tuesdayTen, 60) },
      { version: 1, topic: 'Something else' },
      { version: 1, customer: { email: 'mine@example.com' } },
    ]
    for (const browser of [ada, admin]) {
      for (const change of changes) {
        const refused = await browser.refuse('changeBooking', changeOf(booking.id, change))
        expectCode(refused, 'forbidden')
      }
    }
    expect(await read(ada, booking.id)).toMatchObject({ version: 1, startsAt: tuesdayTen })
  })

  it('gives whoever is both customer and administrator the rights of both', async () => {
    const admin = await administrator(world, 'grace@example.com')
    const { booking } = await makeBooking(world, tuesdayTen)
    expect(await read(admin, booking.id)).toMatchObject({
      seenAs: 'customer',
      allowedActions: ['cancel', 'reschedule', 'correct'],
    })
    world.clock.advance(4 * hour)
    expect(await read(admin, booking.id)).toMatchObject({ allowedActions: ['cancel', 'correct'] })
    const without = changeOf(booking.id, { version: 1, status: 'cancelled' })
    expectCode(await admin.refuse('changeBooking', without), 'reason_needed')
    const cancelling = { version: 1, status: 'cancelled', reason: 'Closing the house' }
    const { body } = await admin.send('changeBooking', changeOf(booking.id, cancelling))
    expect(body.booking.cancelledBy).toBe('admin')
  })

  it('takes whoever is several parties for the one that the token of the request proves', async () => {
    const customer = { name: 'Ada', email: 'ada-lovelace@example.com' }
    const { booking } = await makeBooking(world, tuesdayTen, { customer })
    const params = { id: booking.id }
    expect(await read(ada, booking.id)).toMatchObject({
      seenAs: 'customer',
      allowedActions: ['cancel', 'reschedule', 'correct', 'propose'],
    })
    const { body } = await ada.send('getDeskBooking', { params })
    const bearer = body.manageToken
    const { booking: named } = (await ada.send('getBooking', { params, bearer })).body
    expect(named.seenAs).toBe('expert')
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'taken' })
  })

  it('never gives the customer’s link to the expert, not even for the customer’s own key', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const change = { version: 1, customer: { email: 'new@example.com' } }
    const sent = changeOf(booking.id, change, manageToken)
    expect((await world.send('changeBooking', sent)).body.manageToken).toBeDefined()
    const { bearer: _customer, ...sameKey } = sent
    expect((await ada.send('changeBooking', sameKey)).body.manageToken).toBeUndefined()
  })
})
