import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { startOfDay } from '../../../src/lib/time/month.ts'
import { visitorZone } from '../../../src/lib/time/time.ts'
import { sampleBooking } from '../../features/booking/sample.ts'
import { adminExpert, begin, button, sent, show, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')
beforeEach(begin)

const booking = sampleBooking({ seenAs: 'admin', allowedActions: ['cancel'] })
const instant = (date: string) => new Date(startOfDay(date, visitorZone())).toISOString()
const lastAsked = () => sent('findBookings').at(-1)?.query

test('days and expert are read from the address, the last day included', async () => {
  world.answers.findBookings = () => ({ items: [booking] })
  show('/admin/bookings?from=2027-01-11&to=2027-01-12&expert=asha-rao&show=all')
  await screen.findByRole('link', { name: / with / })
  expect(lastAsked()).toEqual({
    scope: 'all',
    from: instant('2027-01-11'),
    to: instant('2027-01-13'),
    expert: 'asha-rao',
  })
})

test('what is no date or no name of an expert in the address counts for nothing', async () => {
  world.answers.findBookings = () => ({ items: [booking] })
  show('/admin/bookings?from=2027-01-12&to=2027-01-11&expert=%3Cb%3E')
  await screen.findByRole('link', { name: / with / })
  expect(lastAsked()).toEqual({ scope: 'upcoming', from: instant('2027-01-12') })
})

test('an expert is found by typing, chosen by keyboard, and let go again', async () => {
  world.answers.findBookings = () => ({ items: [booking] })
  world.experts = [adminExpert({ slug: 'asha-rao', name: 'Asha Rao' })]
  const user = show('/admin/bookings')
  const expert = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Expert' })
  await user.type(expert, 'Ash')
  await waitFor(() =>
    expect(sent('listAdminExperts').at(-1)?.query).toMatchObject({ query: 'Ash' }),
  )
  const list = await screen.findByRole('listbox', { name: 'Expert' })
  await within(list).findByRole('option', { name: /Asha Rao/ })
  await user.keyboard('{ArrowDown}')
  expect(expert.getAttribute('aria-activedescendant')).toBe(
    within(list).getByRole('option', { selected: true }).id,
  )
  await user.keyboard('{Enter}')
  await waitFor(() => expect(lastAsked()).toEqual({ scope: 'upcoming', expert: 'asha-rao' }))
  expect(expert.value).toBe('Asha Rao')
  await user.click(await button('Expert: Any expert'))
  // The list without them is known already.
  await waitFor(() => expect(expert.value).toBe(''))
  expect(screen.queryByRole('button', { name: 'Expert: Any expert' })).toBeNull()
})
