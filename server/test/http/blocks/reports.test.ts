import { afterEach, beforeEach, expect, it } from 'vitest'
import { hour } from '../../../src/domain/time/instant.ts'
import { bad, book, startNumber } from '../bookings/proof-scene.ts'
import { adaEmail, adminEmail } from '../staff.ts'
import { bookAll, mallory, openStaffed, type Staffed } from './staffed-world.ts'

let scene: Staffed
beforeEach(async () => {
  scene = await openStaffed()
})
afterEach(() => scene.world.stop())

const reason = 'They sell insurance'
const report = (id: string) => ({ params: { id }, body: { reason } })
const reports = async (state: string) =>
  (await scene.admin.send('listReports', { query: { state } })).body.items

it('tells administrators of a session, who close it once, with a word', async () => {
  const { world, ada, admin } = scene
  const { booking } = (await book(world, startNumber(0), bad, { customer: mallory })).body
  await ada.send('reportBooking', report(booking.id))
  const again = await ada.refuse('reportBooking', report(booking.id))
  expect([again.status, again.body.code]).toEqual([409, 'already_there'])
  const [open] = await reports('open')
  expect(open).toMatchObject({
    state: 'open',
    reason,
    by: adaEmail,
    reportedAt: '2027-01-11T08:00:00Z',
    booking: { id: booking.id, customer: mallory, seenAs: 'admin', allowedActions: ['cancel'] },
  })
  const params = { id: open?.id ?? '' }
  const silent = await admin.refuse('decideReport', { params, body: { state: 'dismissed' } })
  expect(silent.body.code).toBe('reason_needed')
  const decision = { state: 'dismissed', word: 'It is a friend of ours' }
  const { body } = await admin.send('decideReport', { params, body: decision })
  expect(body).toMatchObject({ ...decision, decidedBy: adminEmail })
  const late = await admin.refuse('decideReport', { params, body: { state: 'settled' } })
  expect([late.status, late.body.code]).toEqual([409, 'already_decided'])
  expect(await reports('open')).toEqual([])
  expect(await reports('dismissed')).toHaveLength(1)

  await ada.send('reportBooking', report(booking.id))
  const [second] = await reports('open')
  const settle = { params: { id: second?.id ?? '' }, body: { state: 'settled' } }
  expect((await admin.send('decideReport', settle)).body.state).toBe('settled')
  const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
  expect(items.map(({ by, action, detail }) => [by, action, detail])).toEqual([
    [adminEmail, 'report_settled', undefined],
    [adaEmail, 'booking_reported', undefined],
    [adminEmail, 'report_dismissed', decision.word],
    [adaEmail, 'booking_reported', undefined],
  ])
  expect(JSON.stringify(items)).not.toMatch(/mallory/i)
})

it('is of one’s own sessions, and with a reason', async () => {
  const { world, ada, bina } = scene
  const { booking } = (await book(world, startNumber(0), bad)).body
  expect((await bina.refuse('reportBooking', report(booking.id))).status).toBe(404)
  expect((await ada.refuse('reportBooking', report('no-such-booking'))).status).toBe(404)
  const silent = { params: { id: booking.id }, body: { reason: ' ' } }
  expect((await ada.refuse('reportBooking', silent)).body.code).toBe('reason_needed')
  expect(await reports('open')).toEqual([])
})

it('is limited for each expert', async () => {
  const { world, ada } = scene
  const starts = Array.from({ length: 21 }, (_, index) => startNumber(index))
  const made = await bookAll(world, bad, starts)
  const ids = made.map(({ booking }) => booking.id)
  for (const id of ids.slice(0, 20)) await ada.send('reportBooking', report(id))
  const refused = await ada.refuse('reportBooking', report(ids[20] ?? ''))
  expect([refused.status, refused.body.code]).toEqual([429, 'too_many'])
  world.clock.advance(hour)
  await ada.send('reportBooking', report(ids[20] ?? ''))
})
