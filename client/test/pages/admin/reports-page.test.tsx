import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleBooking } from '../../features/booking/sample.ts'
import { begin, button, sent, show, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')

const booking = sampleBooking({ seenAs: 'admin', allowedActions: ['cancel'] })
const report = {
  id: 'report-1',
  state: 'open',
  reason: 'They sell insurance',
  reportedAt: '2026-11-23T06:00:00Z',
  by: 'asha@example.com',
  booking,
}
let open = true

beforeEach(() => {
  begin()
  open = true
  world.answers.listReports = ({ query }) => ({
    items: open === (query?.state === 'open') ? [report] : [],
  })
  world.answers.decideReport = () => {
    open = false
    return report
  }
  world.answers.getOrigin = () => ({
    traits: [{ kind: 'address', value: 'mina@example.org', upcoming: [], more: false }],
  })
})

const dialogButton = (name: string) =>
  within(screen.getByRole('dialog')).getByRole('button', { name })

test('a report is counted in the navigation, and dismissed with a word', async () => {
  const user = show('/admin/reports')
  expect(await screen.findByText('They sell insurance')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^Reports\s*1 open$/ })).toBeTruthy()
  await user.click(await button(/^Dismiss the report/))
  await user.click(dialogButton('Dismiss'))
  expect(screen.getByText('Please say why')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'A friend of ours')
  await user.click(dialogButton('Dismiss'))
  expect(await screen.findByText('Nothing is reported')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Reports' })).toBeTruthy()
  expect(sent('decideReport')).toEqual([
    { params: { id: 'report-1' }, body: { state: 'dismissed', word: 'A friend of ours' } },
  ])
})

test('whoever is blocked for it settles it', async () => {
  world.answers.makeBlock = () => ({ block: {}, cancelled: 0, more: false })
  const user = show('/admin/reports')
  await user.click(await button(/^Block… whoever booked the session/))
  await screen.findByRole('radio', { name: /^This address/ })
  await user.click(dialogButton('Block'))
  expect(await screen.findByText('Nothing is reported')).toBeTruthy()
  expect(sent('makeBlock')).toEqual([{ body: { bookingId: booking.id, kind: 'address' } }])
  expect(sent('decideReport')[0]?.body).toEqual({ state: 'settled', word: 'Blocked' })
})

test('a session that is cancelled for it settles it; one that could not be does not', async () => {
  const user = show('/admin/reports')
  async function cancel(outcome: string) {
    world.answers.cancelBookings = () => ({ items: [{ id: booking.id, outcome }] })
    await user.click(await button(/^Cancel the session/))
    await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'Not for sale')
    await user.click(dialogButton('Cancel the session'))
  }
  await cancel('not_changeable')
  expect(await screen.findByText('It could not be cancelled')).toBeTruthy()
  expect(sent('decideReport')).toEqual([])
  await cancel('cancelled')
  expect(await screen.findByText('Nothing is reported')).toBeTruthy()
  expect(sent('decideReport')[0]?.body).toEqual({ state: 'settled', word: 'Cancelled' })
})

test('sessions of everybody are chosen and cancelled at once', async () => {
  world.answers.findBookings = () => ({ items: [booking] })
  world.answers.cancelBookings = () => ({ items: [{ id: booking.id, outcome: 'cancelled' }] })
  const user = show('/admin/bookings')
  await user.click(await button('Choose several'))
  await user.click(screen.getByRole('checkbox', { name: /^Mina/ }))
  await user.click(await button('Cancel it…'))
  await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'Enough')
  await user.click(dialogButton('Cancel the session'))
  expect(await screen.findByText('1 session is cancelled')).toBeTruthy()
  expect(sent('cancelBookings')).toEqual([{ body: { ids: [booking.id], reason: 'Enough' } }])
})
