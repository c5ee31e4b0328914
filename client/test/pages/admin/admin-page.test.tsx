import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { begin, button, refusal, sent, show, tomas, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')
beforeEach(begin)

test('signed out, the way to sign in leads back to the very page', async () => {
  world.me = null
  show('/admin/people?show=admin')
  const link = await screen.findByRole('link', { name: 'Sign in' })
  expect(link.getAttribute('href')).toBe('/sign-in?to=%2Fadmin%2Fpeople%3Fshow%3Dadmin')
  expect(sent('listPeople')).toEqual([])
})

test('without the role nothing is asked for, and it is said with which address one is here', async () => {
  world.me = { id: 'person-1', email: 'grace@example.com', roles: ['expert'], expertId: 'e' }
  show()
  expect(await screen.findByText('This part is for administrators')).toBeTruthy()
  expect(screen.getByText('grace@example.com')).toBeTruthy()
  expect(sent('listAdminExperts')).toEqual([])
})

test('a role that is taken away meanwhile shows at the next answer', async () => {
  const user = show()
  await screen.findByRole('list', { name: 'Experts' })
  world.me = { id: 'person-1', email: 'admin@example.com', roles: [], expertId: null }
  world.refusals.listPeople = [refusal('forbidden', { status: 403 })]
  await user.click(screen.getByRole('link', { name: 'People' }))
  expect(await screen.findByText('This part is for administrators')).toBeTruthy()
})

test('the navigation tells how many applications wait', async () => {
  world.applications = [tomas, { ...tomas, id: 'application-2' }]
  show()
  expect(await screen.findByRole('link', { name: 'Applications 2 waiting' })).toBeTruthy()
})

const none = { relay_refused: 0, relay_unreachable: 0, no_path: 0 }
const well = {
  relay: {
    status: 'working',
    since: '2026-11-23T06:00:00Z',
    addresses: [{ url: 'turn:turn.example', status: 'working' }],
  },
  reports: { thisHour: none, lastDay: none },
}

test('a relay that refuses calls is told on every page, with what to look at', async () => {
  const address = { url: 'turn:turn.example', status: 'refused', detail: 'code 401' }
  const relay = { ...well.relay, status: 'refused', addresses: [address] }
  world.answers.getCallHealth = () => ({ ...well, relay })
  show('/admin/audit')
  const title = await screen.findByText('The relay for calls refuses this server')
  const notice = title.closest('[role=status]')?.textContent
  expect(notice).toContain('06:00: turn:turn.example: refused, code 401.')
  expect(notice).toContain('TURN_SECRET')
  expect(notice).not.toContain('reported')
})

test('calls that found no path are told as browsers reported them', async () => {
  const reports = { thisHour: { ...none, no_path: 1 }, lastDay: { ...none, no_path: 2 } }
  const relay = { status: 'none', since: '2026-11-23T06:00:00Z', addresses: [] }
  world.answers.getCallHealth = () => ({ relay, reports })
  show()
  const title = await screen.findByText('Some calls could not connect')
  const notice = title.closest('[role=status]')?.textContent
  expect(notice).toContain(
    '2 browsers reported a call without a path in the last 24 hours, 1 of them in this hour.',
  )
  expect(notice).toContain('TURN_URLS')
})

test('nothing is said of calls where all is well', async () => {
  world.answers.getCallHealth = () => well
  show()
  await screen.findByRole('list', { name: 'Experts' })
  expect(screen.queryByText(/calls/)).toBeNull()
})

test('old time-zone rules are told on every page, and new ones are not', async () => {
  const rules = { version: '2025c', newestKnown: '2026f', areOld: true }
  world.answers.getTimeZoneRules = () => rules
  show('/admin/audit')
  const title = await screen.findByText('This server’s time-zone rules are out of date')
  expect(title.closest('[role=status]')?.textContent).toContain('It uses release 2025c; 2026f')
  cleanup()
  world.answers.getTimeZoneRules = () => ({ ...rules, version: '2026f', areOld: false })
  show()
  await screen.findByRole('list', { name: 'Experts' })
  expect(screen.queryByText(/time-zone rules/)).toBeNull()
})

test('a list that failed can be tried again', async () => {
  world.refusals.listAudit = [refusal('unavailable', { status: 503 })]
  const user = show('/admin/audit')
  await screen.findByText('The audit trail could not be loaded')
  await user.click(await button('Try again'))
  expect(await screen.findByText('Nothing of this kind yet')).toBeTruthy()
})

test('an address of nothing leads on', async () => {
  show('/admin/nowhere')
  expect(await screen.findByText('There is nothing at this address')).toBeTruthy()
  const way = screen.getByRole('link', { name: 'Browse experts' })
  expect(way.getAttribute('href')).toBe('/admin')
})

test('the audit trail tells in words who did what, by day', async () => {
  const entry = { by: 'admin@example.com', subject: { id: 'expert-1', name: 'Asha Rai' } }
  world.audit = [
    { ...entry, id: 'audit-3', at: '2026-11-23T06:12:00Z', action: 'expert_hidden' },
    { ...entry, id: 'audit-2', at: '2026-11-23T05:12:00Z', action: 'admin_made', by: 'command' },
    {
      ...entry,
      id: 'audit-1',
      at: '2026-11-22T06:12:00Z',
      action: 'booking_cancelled',
      subject: { id: 'booking-1', name: 'Grace with Asha' },
      detail: 'The expert is ill',
    },
  ]
  show('/admin/audit')
  const days = await screen.findAllByRole('heading', { level: 2 })
  expect(days.map((day) => day.textContent)).toHaveLength(2)
  const entries = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(entries).toContain('06:12admin@example.com hid Asha Rai ')
  expect(entries).toContain('05:12The command npm run admin made Asha Rai an administrator')
  const cancelled = screen.getByText('The expert is ill').closest('li')
  await waitFor(() => expect(cancelled).not.toBeNull())
  if (cancelled) {
    const link = within(cancelled).getByRole('link', { name: 'Grace with Asha' })
    expect(link.getAttribute('href')).toBe('/admin/bookings/booking-1')
  }
})
