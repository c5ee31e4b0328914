import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessage } from '@expertconnect/contract/messages/shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BookingMails } from '../../../src/features/message/booking-mails.tsx'
import { ConfirmationNote } from '../../../src/features/message/confirmation-note.tsx'
import { RefusedNotice } from '../../../src/features/message/refused-notice.tsx'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleBooking } from '../booking/sample.ts'
import { sampleMail } from './sample.ts'

vi.mock('../../../src/server/api/client.ts')

let items: BookingMessage[]
let refused: ApiProblem | null
const sent: { name: string; bearer: string | undefined }[] = []
const onCorrect = vi.fn<() => void>()

beforeEach(() => {
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  items = []
  refused = null
  sent.length = 0
  onCorrect.mockReset()
  vi.mocked(call).mockImplementation((name, _, options) => {
    sent.push({ name, bearer: options?.bearer })
    if (name !== 'sendAgain') return Promise.resolve({ items }) as never
    if (refused) return Promise.reject(refused)
    items = [...items, sampleMail({ state: 'waiting', at: new Date().toISOString() })]
    return Promise.resolve(null) as never
  })
})

function show(viewer: Party, differences: Partial<Booking> = {}) {
  const booking = sampleBooking(differences)
  const shared = { booking, token: 'token-1', zone: 'UTC' }
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <ConfirmationNote {...shared} onCorrect={onCorrect}>
          Trees in cities
        </ConfirmationNote>
        <RefusedNotice {...shared} viewer={viewer} onCorrect={onCorrect} />
        <BookingMails {...shared} viewer={viewer} />
      </ToastProvider>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const summary = () => screen.findByText(/.+/, { selector: 'summary span' })
const again = () => screen.findByRole('button', { name: 'Send the confirmation again' })

describe('the mails of a booking', () => {
  it('are told by the last one in a line, and all with the newest first when it is opened', async () => {
    items = [
      sampleMail({ at: '2026-11-20T10:00:00Z' }),
      sampleMail({ kind: 'moved', at: '2026-11-21T10:00:00Z' }),
    ]
    const user = show('customer')
    const line = await summary()
    expect(line.textContent).toBe(
      'The new time to you: handed over to the mail server, Sat 21 Nov, 10:00',
    )
    await user.click(line)
    const all = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(all).toEqual([
      line.textContent,
      'Confirmation to you: handed over to the mail server, Fri 20 Nov, 10:00',
    ])
    expect(sent[0]).toEqual({ name: 'listBookingMessages', bearer: 'token-1' })
  })

  it('are sent again for the customer of a session that comes, and for nobody else', async () => {
    items = [sampleMail()]
    const user = show('customer')
    await user.click(await again())
    expect(await screen.findByText('The confirmation is on its way again')).toBeTruthy()
    expect(sent).toContainEqual({ name: 'sendAgain', bearer: 'token-1' })
    await waitFor(async () =>
      expect((await summary()).textContent).toBe(
        'Confirmation to you: on its way to the mail server',
      ),
    )
  })

  it.each([
    ['expert', 'booked'],
    ['admin', 'booked'],
    ['customer', 'cancelled'],
    ['customer', 'completed'],
  ] as const)('are not sent again for: %s, %s', async (viewer, status) => {
    items = [sampleMail()]
    show(viewer, { status })
    await summary()
    expect(screen.queryByRole('button', { name: 'Send the confirmation again' })).toBeNull()
  })

  it('say from when on they can be sent again, where that was too often', async () => {
    refused = new ApiProblem({
      ...unreachable,
      status: 429,
      code: 'too_many',
      title: 'Too many at once',
      retryAfterSeconds: 1800,
    })
    const user = show('customer')
    await user.click(await again())
    expect(await screen.findByText(/^Too many attempts. You can try again at/)).toBeTruthy()
  })

  it('are not spoken of to an expert before there is one', async () => {
    show('expert')
    await waitFor(() => expect(sent).not.toEqual([]))
    await Promise.resolve()
    expect(screen.queryByRole('heading', { name: 'E-mails' })).toBeNull()
  })
})

describe('a mail that was refused', () => {
  const no = sampleMail({ state: 'refused', reply: '550 5.1.1 No such user' })

  it('leads its customer to the address', async () => {
    items = [no]
    const user = show('customer')
    expect(await screen.findByText('E-mails do not reach mina@example.org')).toBeTruthy()
    expect(screen.getByText(/“550 5.1.1 No such user”\. Is the address right/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Correct the address' }))
    expect(onCorrect).toHaveBeenCalledOnce()
  })

  it('is told to the expert, with the number that the customer can be called at', async () => {
    items = [sampleMail({ state: 'refused' })]
    show('expert', { customer: { name: 'Mina', email: 'mina@example.org', phone: '+977 1-44 12' } })
    expect(await screen.findByText('E-mails do not reach Mina')).toBeTruthy()
    expect(screen.getByRole('link', { name: '+977 1-44 12' }).getAttribute('href')).toBe(
      'tel:+97714412',
    )
    expect(screen.queryByRole('button', { name: 'Correct the address' })).toBeNull()
  })

  it('is told to the expert also where there is no number', async () => {
    items = [sampleMail({ state: 'refused' })]
    show('expert')
    expect(await screen.findByText('No phone number was given.')).toBeTruthy()
  })
})

describe('just after a booking', () => {
  const created = () => new Date().toISOString()

  it('tells that its confirmation is on its way, and leads to where the address is corrected', async () => {
    items = [sampleMail({ state: 'waiting', at: created() })]
    const user = show('customer', { createdAt: created() })
    expect(await screen.findByText(/A confirmation is on its way to/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Correct it' }))
    expect(onCorrect).toHaveBeenCalledOnce()
  })

  it('tells when it was handed over', async () => {
    items = [sampleMail({ at: created() })]
    show('customer', { createdAt: created() })
    expect(await screen.findByText(/was sent, \d\d:\d\d/)).toBeTruthy()
  })

  it('tells that it could not be sent', async () => {
    items = [sampleMail({ state: 'parked', at: created() })]
    show('customer', { createdAt: created() })
    expect(await screen.findByText(/could not be sent. Please keep your private link/)).toBeTruthy()
  })

  it('leaves a refusal to the notice', async () => {
    items = [sampleMail({ state: 'refused', at: created() })]
    show('customer', { createdAt: created() })
    expect(await screen.findByText(/^E-mails do not reach/)).toBeTruthy()
    expect(screen.queryByText(/confirmation to/i, { selector: '[role="status"]' })).toBeNull()
  })

  it('is no news any more an hour later', async () => {
    items = [sampleMail()]
    show('customer')
    await summary()
    expect(screen.getByText('Trees in cities')).toBeTruthy()
    expect(screen.queryByText(/A confirmation/)).toBeNull()
  })
})
