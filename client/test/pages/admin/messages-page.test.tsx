import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { sampleMessage } from '../../features/message/sample.ts'
import { begin, button, refusal, sent, show, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')
beforeEach(() => {
  begin()
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

const goes = { waiting: 0, failed: 0, paused: null }

test('mail goes out, and nothing waits', async () => {
  show('/admin/messages')
  expect(await screen.findByText('E-mail is going out')).toBeTruthy()
  expect(screen.getByText('Nothing waits')).toBeTruthy()
  expect(sent('listMessages')).toContainEqual({ query: { show: 'waiting' } })
})

test('mail is paused: since when, why, and when it is tried again', async () => {
  const paused = {
    since: '2026-11-23T06:00:00Z',
    until: '2026-11-23T06:02:00Z',
    reason: 'connect ECONNREFUSED',
  }
  world.answers.listMessages = () => ({ items: [], mail: { waiting: 3, failed: 0, paused } })
  show('/admin/messages')
  expect(await screen.findByText('E-mail is not going out')).toBeTruthy()
  expect(
    screen.getByText(
      'Since Mon 23 Nov, 06:00 the mail server cannot be reached: “connect ECONNREFUSED”. The next try is at Mon 23 Nov, 06:02.',
    ),
  ).toBeTruthy()
  expect(screen.getByText(/^3 e-mails are waiting, none failed\./)).toBeTruthy()
})

test('what failed is counted in the navigation, leads to its booking and is tried again', async () => {
  let items = [sampleMessage(), sampleMessage({ id: 'expert-1.invitation', retryable: false })]
  world.answers.listMessages = () => ({ items, mail: { ...goes, failed: items.length } })
  world.answers.retryMessage = () => {
    items = items.slice(1)
    return null
  }
  const user = show('/admin/messages?show=failed')
  const navigation = await screen.findByRole('navigation', { name: 'Administration' })
  await within(navigation).findByRole('link', { name: 'Mail 2 failed' })
  const [link] = await screen.findAllByRole('link', { name: 'Confirmation to the customer' })
  expect(link?.getAttribute('href')).toBe('/admin/bookings/booking-0001')
  expect(screen.getAllByText('“550 5.1.1 No such user”')).toHaveLength(2)
  await user.click(await button('Try again to send: Confirmation to the customer'))
  expect(await screen.findByText('It will be tried again')).toBeTruthy()
  expect(sent('retryMessage')).toEqual([{ params: { id: 'booking-0001.customer.booked.1' } }])
  await within(navigation).findByRole('link', { name: 'Mail 1 failed' })
})

test('one that cannot be tried again any more says so, and the list is read anew', async () => {
  world.answers.listMessages = () => ({
    items: [sampleMessage()],
    mail: { ...goes, failed: 1 },
  })
  world.refusals.retryMessage = [
    refusal('not_changeable', { status: 409, title: 'It is too late for it' }),
  ]
  const user = show('/admin/messages?show=failed')
  await user.click(await button('Try again to send: Confirmation to the customer'))
  expect(await screen.findByText('It could not be tried again')).toBeTruthy()
  await waitFor(() =>
    expect(sent('listMessages').filter(({ query }) => query?.limit === undefined).length).toBe(2),
  )
})

test('mails about no booking name their address, and every state has its word', async () => {
  const about = { booking: undefined, retryable: false, reply: undefined }
  world.answers.listMessages = () => ({
    items: [
      sampleMessage({
        ...about,
        id: 'message-1',
        kind: 'invitation',
        to: 'bo@example.org',
        state: 'parked',
      }),
      sampleMessage({
        id: 'message-2',
        kind: 'reminder',
        state: 'waiting',
        attempts: 2,
        dueAt: '2030-11-23T06:00:00Z',
      }),
      sampleMessage({ id: 'message-3', kind: 'cancelled', state: 'dropped' }),
    ].map(({ booking, ...rest }) => ({ ...rest, ...(booking && { booking }) })),
    mail: goes,
  })
  show('/admin/messages?show=all')
  expect(await screen.findByRole('heading', { name: 'Invitation to bo@example.org' })).toBeTruthy()
  expect(screen.getByText('Every attempt to send it failed. The log says why.')).toBeTruthy()
  expect(screen.getByText(/next try Sat 23 Nov, 06:00 · 2 attempts$/)).toBeTruthy()
  expect(screen.getByText('No longer needed')).toBeTruthy()
})
