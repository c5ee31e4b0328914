import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleBooking } from '../../features/booking/sample.ts'
import { begin, button, described, refusal, sent, show, tomas, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')
beforeEach(begin)

const dialogButton = (name: string) =>
  within(screen.getByRole('dialog')).getByRole('button', { name })

test('an application is read whole and approved', async () => {
  world.applications = [tomas]
  world.answers.decideApplication = () => {
    world.applications = [{ ...tomas, state: 'approved' }]
    return world.applications[0]
  }
  const user = show('/admin/applications')
  expect(await screen.findByText(/Bring a drawing/)).toBeTruthy()
  await user.click(await button('Approve the application of Tomáš Novák'))
  await user.click(dialogButton('Approve'))
  expect(await screen.findByText('Tomáš Novák is an expert now')).toBeTruthy()
  expect(await screen.findByText('Nobody is waiting')).toBeTruthy()
  expect(sent('decideApplication')).toEqual([
    { params: { id: 'application-1' }, body: { state: 'approved' } },
  ])
})

test('declining takes a reason', async () => {
  world.applications = [tomas]
  world.answers.decideApplication = () => tomas
  const user = show('/admin/applications')
  await user.click(await button('Decline the application of Tomáš Novák'))
  await user.click(dialogButton('Decline'))
  const reason = screen.getByRole('textbox', { name: /^Why/ })
  expect(described(reason)).toContain('Please give a reason')
  expect(sent('decideApplication')).toEqual([])
  await user.type(reason, ' We have three joiners ')
  await user.click(dialogButton('Decline'))
  await screen.findByText('Declined: Tomáš Novák')
  expect(sent('decideApplication')[0]?.body).toEqual({
    state: 'declined',
    reason: 'We have three joiners',
  })
})

test('a session is found and cancelled with a reason; a retry of it has one effect', async () => {
  const booking = sampleBooking({ seenAs: 'admin', allowedActions: ['cancel'] })
  world.answers.findBookings = () => ({ items: [booking] })
  world.answers.getBooking = () => ({ booking })
  const user = show('/admin/bookings')
  // The next one first, not the furthest.
  await waitFor(() =>
    expect(world.sent.find(({ name }) => name === 'findBookings')?.input.query).toMatchObject({
      scope: 'upcoming',
    }),
  )
  await user.click(await screen.findByRole('link', { name: / with / }))
  await user.click(await button('Cancel the session'))
  await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'The expert is ill')
  world.refusals.changeBooking = [refusal('unavailable', { status: 0, title: 'Not reached' })]
  world.answers.changeBooking = ({ body }) => ({
    booking: {
      ...booking,
      status: 'cancelled',
      cancelledBy: 'admin',
      cancelReason: String(body?.reason),
      allowedActions: [],
    },
  })
  await user.click(dialogButton('Cancel the session'))
  expect(await screen.findByText('Not reached')).toBeTruthy()
  await user.click(dialogButton('Cancel the session'))
  expect(await screen.findByText('By an administrator')).toBeTruthy()
  expect(screen.getByText('The expert is ill')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Cancel the session' })).toBeNull()
  const [first, second] = world.sent.filter(({ name }) => name === 'changeBooking')
  expect(second?.key).toBe(first?.key)
  expect(second?.input.body).toEqual({
    version: booking.version,
    status: 'cancelled',
    reason: 'The expert is ill',
  })
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})

test('a booking that is not there is no failure', async () => {
  world.refusals.getBooking = [refusal('not_found', { status: 404 })]
  show('/admin/bookings/booking-0009')
  expect(await screen.findByText('There is no such booking')).toBeTruthy()
})

test('a category is made with an icon, its address from its name', async () => {
  world.refusals.makeCategory = [refusal('already_there', { status: 409 })]
  world.answers.makeCategory = ({ body }) => ({ ...body, experts: 0 })
  const user = show('/admin/categories')
  await user.click(await button('Add a category'))
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Café & Küche')
  const slug = screen.getByRole<HTMLInputElement>('textbox', { name: 'In links' })
  expect(slug.value).toBe('cafe-kuche')
  await user.click(screen.getByRole('radio', { name: 'chef hat' }))
  await user.click(dialogButton('Add it'))
  await waitFor(() =>
    expect(described(slug)).toContain('There is already a category with this address'),
  )
  await user.type(slug, '-2')
  await user.click(dialogButton('Add it'))
  await screen.findByText('Added: Café & Küche')
  expect(sent('makeCategory').at(-1)?.body).toEqual({
    slug: 'cafe-kuche-2',
    name: 'Café & Küche',
    icon: 'chef-hat',
  })
})

test('what people type for a category is read, written a line each, and sent only if it was changed', async () => {
  const stored = [{ typed: ['lawyer', 'attorney'], found: ['law'] }]
  world.answers.getCategory = () => ({
    slug: 'law',
    name: 'Law',
    icon: 'scale',
    experts: 0,
    synonyms: stored,
  })
  world.answers.changeCategory = () => ({ slug: 'law', name: 'Law', icon: 'scale', experts: 0 })
  const user = show('/admin/categories')
  await user.click(await button('Change Law'))
  const lines = await screen.findByDisplayValue('lawyer, attorney: law')
  await user.click(dialogButton('Save'))
  await screen.findByText('Saved: Law')
  expect(sent('changeCategory').at(-1)?.body).toEqual({ name: 'Law', icon: 'scale' })
  expect(lines.isConnected).toBe(false)

  await user.click(await button('Change Law'))
  const again = await screen.findByDisplayValue('lawyer, attorney: law')
  await user.type(again, '\ncourt law')
  await user.click(dialogButton('Save'))
  expect(described(again)).toContain('Line 2: write it like “lawyer, attorney: law”')
  await user.type(again, '{Backspace}{Backspace}{Backspace}{Backspace}: law')
  await user.click(dialogButton('Save'))
  await waitFor(() =>
    expect(sent('changeCategory').at(-1)?.body).toEqual({
      name: 'Law',
      icon: 'scale',
      synonyms: [...stored, { typed: ['court'], found: ['law'] }],
    }),
  )
})

test('a category that experts are in stays, and it is said why', async () => {
  world.refusals.removeCategory = [
    refusal('category_in_use', { status: 409, title: 'There are experts in this category' }),
  ]
  const user = show('/admin/categories')
  await user.click(await button('Remove Design'))
  await user.click(dialogButton('Remove'))
  expect(await screen.findByText('There are experts in this category')).toBeTruthy()
})
