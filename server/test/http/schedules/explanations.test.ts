import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import type { World } from '../../harness.ts'
import { type Browser, changeOf, expectCode, signedIn, startDesk } from '../desk-world.ts'
import { later, makeBooking, makeHold, tuesdayTen } from '../requests.ts'

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

const change = (body: Record<string, unknown>) => ada.send('changeSchedule', { body })
const conflicts = async () =>
  (await ada.send('listConflicts')).body.items.map(({ booking, reason }) => [booking.id, reason])
const why = async (startsAt: string, minutes = 30) =>
  (await ada.send('explainStart', { query: { startsAt, minutes } })).body

describe('conflicts', () => {
  it('are the sessions that the schedule would not offer any more, with the reason', async () => {
    const { booking: tuesday } = await makeBooking(world, tuesdayTen)
    const wednesdayFour = '2027-01-13T16:00:00Z'
    const { booking: wednesday } = await makeBooking(world, wednesdayFour, { minutes: 60 })
    const { booking: ended } = await makeBooking(world, '2027-01-14T16:00:00Z')
    const cancelling = { version: 1, status: 'cancelled', reason: 'Ill' }
    await ada.send('changeBooking', changeOf(ended.id, cancelling))
    expect(await conflicts()).toEqual([])
    await change({ version: 1, paused: true, policy: { noticeMinutes: 43_200, horizonDays: 1 } })
    expect(await conflicts()).toEqual([])
    await change({ version: 2, exceptions: [{ date: '2027-01-12', hours: [] }] })
    expect(await conflicts()).toEqual([[tuesday.id, 'You have time off on Tuesday 12 January.']])
    await change({ version: 3, sessionLengths: [30] })
    expect(await conflicts()).toEqual([
      [tuesday.id, 'You have time off on Tuesday 12 January.'],
      [wednesday.id, 'You offer sessions of 30 minutes; this is one of 60.'],
    ])
    await change({ version: 4, sessionLengths: [30, 60], exceptions: [] })
    expect(await conflicts()).toEqual([])
  })
})

describe('a time that the expert asks about', () => {
  it('is explained by the rule, with the session that has it', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    expect(await why(tuesdayTen, 60)).toEqual({
      startsAt: tuesdayTen,
      endsAt: later(tuesdayTen, 60),
      verdict: 'booked',
      detail: 'There is a session 10:00–10:30.',
      bookingId: booking.id,
    })
    await makeHold(world, later(tuesdayTen, 60))
    const held = await why(later(tuesdayTen, 60))
    expect(held).toMatchObject({ verdict: 'held' })
    expect(held).not.toHaveProperty('bookingId')
    expect(await why(later(tuesdayTen, 30))).toMatchObject({ verdict: 'bookable' })
    expect(await why('2027-01-12T18:00:00Z')).toMatchObject({
      verdict: 'outside_hours',
      detail: 'Your hours on Tuesday 12 January are 09:00–17:00.',
    })
    await change({ version: 1, paused: true })
    expect(await why(later(tuesdayTen, 30))).toMatchObject({ verdict: 'paused' })
  })

  it('needs a start and a length', async () => {
    for (const [query, pointer] of [
      [{ startsAt: tuesdayTen }, '#/minutes'],
      [{ startsAt: 'noon', minutes: 30 }, '#/startsAt'],
    ] as const) {
      const { body } = await ada.refuse('explainStart', { query })
      expect(body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] })
    }
  })

  it('is explained to nobody who is not signed in as an expert', async () => {
    const query = { startsAt: tuesdayTen, minutes: 30 }
    const customer = await signedIn(world, 'grace@example.com')
    for (const name of ['explainStart', 'listConflicts'] as const) {
      expectCode(await createBrowser(world).refuse(name, { query }), 'signed_out')
      expectCode(await customer.refuse(name, { query }), 'forbidden')
    }
  })
})
