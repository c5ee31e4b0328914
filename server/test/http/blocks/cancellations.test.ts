import { afterEach, beforeEach, expect, it } from 'vitest'
import { bad, book, calm, customer, startNumber } from '../bookings/proof-scene.ts'
import { slotAt } from '../requests.ts'
import {
  bookAll,
  expectMail,
  mallory,
  openStaffed,
  type Staffed,
  withBina,
} from './staffed-world.ts'

let scene: Staffed
beforeEach(async () => {
  scene = await openStaffed()
})
afterEach(() => scene.world.stop())

const reason = 'I have fallen ill'

it('cancels several sessions at once, each as it is cancelled alone, and is safe to repeat', async () => {
  const { world, ada } = scene
  const starts = Array.from({ length: 12 }, (_, index) => startNumber(index))
  const made = await bookAll(world, bad, starts, { customer: mallory })
  const joan = (await book(world, startNumber(20), calm, { customer: customer('Joan') })).body
  const ids = [...made.map(({ booking }) => booking.id), joan.booking.id]
  const ask = { body: { ids, reason } }
  const first = (await ada.send('cancelDeskBookings', ask)).body
  expect(first.items).toEqual(ids.map((id) => ({ id, outcome: 'cancelled' })))
  const read = async () =>
    (await ada.send('listDeskBookings', { query: { scope: 'cancelled', limit: 100 } })).body.items
  const gone = await read()
  expect(gone).toHaveLength(13)
  for (const booking of gone) {
    expect(booking).toMatchObject({ version: 2, cancelledBy: 'expert', cancelReason: reason })
  }
  expect(await slotAt(world, startNumber(3))).toMatchObject({ state: 'free' })
  await expectMail(world, 'joan@example.com', reason)

  const again = await ada.send('cancelDeskBookings', { body: { ids, reason: 'Another' } })
  expect(again.body).toEqual(first)
  expect(await read()).toEqual(gone)
})

it('says of each what became of it, and touches nothing of others', async () => {
  const { world, ada, bina } = scene
  const [mine, past] = await bookAll(world, bad, [startNumber(0), startNumber(2)])
  const binas = (await book(world, withBina, bad, { expertId: 'expert-bina' })).body
  world.clock.now = Date.parse(past?.booking.endsAt ?? '') as typeof world.clock.now
  const coming = (await book(world, startNumber(16), bad)).body
  const ids = [mine, past, binas, coming].map((each) => each?.booking.id ?? '')
  const asked = { body: { ids: [...ids, 'no-such-booking', ids[3]], reason } }
  expect((await ada.send('cancelDeskBookings', asked)).body.items).toEqual([
    { id: ids[0], outcome: 'not_changeable' },
    { id: ids[1], outcome: 'not_changeable' },
    { id: ids[2], outcome: 'not_found' },
    { id: ids[3], outcome: 'cancelled' },
    { id: 'no-such-booking', outcome: 'not_found' },
  ])
  const kept = (await bina.send('getDeskBooking', { params: { id: ids[2] ?? '' } })).body
  expect(kept.booking).toMatchObject({ status: 'booked', version: 1 })
})

it('needs a reason, and at most a hundred of them', async () => {
  const { ada, admin } = scene
  const refusals = [
    await ada.refuse('cancelDeskBookings', { body: { ids: ['no-such-booking'], reason: ' ' } }),
    await admin.refuse('cancelBookings', { body: { ids: ['no-such-booking'], reason: '' } }),
  ]
  expect(refusals.map(({ body }) => body.code)).toEqual(['reason_needed', 'reason_needed'])
  const many = Array.from({ length: 101 }, (_, index) => `booking-${index + 1000}`)
  for (const ids of [many, []]) {
    const refused = await ada.refuse('cancelDeskBookings', { body: { ids, reason } })
    expect(refused.body.code).toBe('invalid_input')
  }
})

it('is an administrator’s with everybody, each in the trail', async () => {
  const { world, admin } = scene
  const ada = (await book(world, startNumber(0), bad, { customer: mallory })).body
  const more = { customer: mallory, expertId: 'expert-bina' }
  const bina = (await book(world, withBina, bad, more)).body
  const ids = [ada.booking.id, bina.booking.id]
  await admin.send('cancelBookings', { body: { ids, reason } })
  const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
  expect(items.map(({ action, subject, detail }) => [action, subject.id, detail])).toEqual([
    ['booking_cancelled', ids[1], reason],
    ['booking_cancelled', ids[0], reason],
  ])
  const [found] = (await admin.send('findBookings', { query: { scope: 'cancelled' } })).body.items
  expect(found).toMatchObject({ cancelledBy: 'admin', cancelReason: reason })
})
