import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Instant, parseInstant } from '../../../src/domain/time/instant.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'
import { adaEmail, adminEmail, binaEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

it('tells what became of one’s sessions, and administrators of all', async () => {
  const { booking, manageToken } = await makeBooking(world, tuesdayTen)
  const other = await makeBooking(world, later(tuesdayTen, 60), { minutes: 60 })
  await makeBooking(world, later(tuesdayTen, 3 * 24 * 60))
  await world.send('changeBooking', {
    params: { id: booking.id },
    bearer: manageToken,
    body: { version: 1, status: 'cancelled' },
    key: newKey(),
  })
  world.clock.now = (parseInstant(other.booking.endsAt) + 1) as Instant
  const review = { rating: 4, author: 'Grace' }
  const of = { params: { id: other.booking.id }, bearer: other.manageToken }
  await world.send('writeReview', { ...of, body: review })

  const ada = await signedIn(world, adaEmail)
  const { body } = await ada.send('getDeskNumbers', { query: {} })
  expect([body.timeZone, body.periods.length]).toEqual(['Europe/London', 26])
  const week = {
    from: '2027-01-11',
    startsAt: '2027-01-11T00:00:00Z',
    endsAt: '2027-01-18T00:00:00Z',
    held: 1,
    missed: 0,
    cancelled: 1,
    minutes: 60,
    earnings: { amount: 18_000, currency: 'USD' },
    rating: { average: 4, count: 1 },
  }
  expect(body.periods.at(-1)).toEqual(week)
  const months = await ada.send('getDeskNumbers', { query: { by: 'month' } })
  expect(months.body.periods.at(-1)).toMatchObject({ from: '2027-01-01', held: 1, cancelled: 1 })
  const bina = await signedIn(world, binaEmail)
  const none = (await bina.send('getDeskNumbers', { query: {} })).body.periods.at(-1)
  expect(none).toMatchObject({ held: 0, minutes: 0, rating: { average: 0, count: 0 } })

  const admin = await signedIn(world, adminEmail)
  const query = { timeZone: 'Pacific/Auckland' }
  const all = (await admin.send('getAdminNumbers', { query })).body
  expect(all.timeZone).toBe('Pacific/Auckland')
  expect(all.periods.at(-1)).toMatchObject({
    from: '2027-01-11',
    startsAt: '2027-01-10T11:00:00Z',
    held: 1,
    cancelled: 1,
  })
})
