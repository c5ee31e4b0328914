import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleBooking } from '../../features/booking/sample.ts'
import { begin, button, sent, show, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')

const booking = sampleBooking({
  status: 'missed',
  seenAs: 'admin',
  attendance: {
    outcome: 'customer_missed',
    stays: { customer: [], expert: [] },
    disputableUntil: '2030-12-02T10:32:00Z',
    disputable: false,
    disputes: [{ by: 'customer', word: 'My camera failed', at: '2030-11-26T10:00:00Z' }],
  },
})
let open = true

beforeEach(() => {
  begin()
  open = true
  world.answers.listDisputes = ({ query }) => ({
    items: open === (query?.state === 'open') ? [booking] : [],
  })
  world.answers.decideDispute = () => {
    open = false
    return { booking }
  }
})

test('a dispute is counted in the navigation, and decided with a word', async () => {
  const user = show('/admin/disputes')
  expect(await screen.findByText(/My camera failed/)).toBeTruthy()
  expect(screen.getByRole('link', { name: /^Disputes\s*1 open$/ })).toBeTruthy()
  await user.click(await button(/^Decide/))
  const dialog = within(screen.getByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: 'They met' }))
  await user.type(dialog.getByRole('textbox'), 'By telephone')
  await user.click(dialog.getByRole('button', { name: 'Decide' }))
  expect(await screen.findByText('Nothing is disputed')).toBeTruthy()
  expect(sent('decideDispute')).toEqual([
    { params: { id: booking.id }, body: { outcome: 'completed', word: 'By telephone' } },
  ])
})
