import type { Problem } from '@expertconnect/contract/problem'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../../src/server/api/query-client.ts'
import { AccountPage } from '../../../../src/pages/person/account-page.tsx'
import { noteMe, noteSignedOut, sessionMark } from '../../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../../src/ui/feedback/toast.tsx'

vi.mock('../../../../src/server/api/client.ts')

let email: string
let refusals: Partial<Record<string, Problem[]>>
let sent: { name: string; body: unknown }[]

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }))
  email = 'grace@example.com'
  refusals = {}
  sent = []
  vi.mocked(call).mockImplementation((name, input) => {
    const { body } = input as { body?: unknown }
    if (body !== undefined) sent.push({ name, body })
    const refusal = refusals[name]?.shift()
    if (refusal) return Promise.reject(new ApiProblem(refusal))
    return Promise.resolve(answer(name)) as never
  })
})

function answer(name: string): unknown {
  if (name === 'getMe') noteMe('p')
  if (name === 'proveAddressChange') email = 'hopper@example.org'
  const person = { id: 'p', email, roles: [], expertId: null }
  if (name === 'listSessions') return { items: [] }
  if (name === 'startAddressChange') {
    return { expiresAt: new Date(Date.now() + 600_000).toISOString() }
  }
  if (name === 'readMyData') return { person, bookings: [{ id: 'booking-1' }] }
  return name === 'eraseMe' ? null : { person }
}

const problem = (code: Problem['code'], more: Partial<Problem> = {}): Problem => ({
  ...unreachable,
  status: 422,
  title: 'Refused',
  code,
  ...more,
})

function Address() {
  const { pathname, search } = useLocation()
  return <output>{pathname + search}</output>
}

async function show(address = '/account') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { retry: false } })
  const view = render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <main>
            <AccountPage />
          </main>
          <Address />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'Change your address' })
  return { user: userEvent.setup(), ...view }
}

const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })
const address = () => field(/^New e-mail/)
const change = () => screen.getByRole('button', { name: 'Change my address' })

async function askForCodes(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await address(), ' hopper@example.org{Enter}')
  return [await field(/grace@example.com/), await field(/hopper@example.org/)] as const
}

test('the address is changed by the codes of both mails', async () => {
  const { user } = await show()
  const [current, next] = await askForCodes(user)
  expect(document.activeElement).toBe(current)
  await user.type(current, '1234 5678')
  await user.type(next, '87654321{Enter}')
  expect(await screen.findByText('Your address is changed')).toBeTruthy()
  expect(sent).toEqual([
    { name: 'startAddressChange', body: { email: 'hopper@example.org' } },
    { name: 'proveAddressChange', body: { currentCode: '12345678', newCode: '87654321' } },
  ])
  expect((await address()).value).toBe('')
  expect(screen.getAllByText('hopper@example.org').length).toBeGreaterThan(1)
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})

test('what is wrong stands beside its code, and the other one stays as it was typed', async () => {
  refusals['proveAddressChange'] = [
    problem('wrong_proof', {
      detail: 'Please check the e-mails again. Tries left: 4.',
      errors: [{ pointer: '#/newCode', detail: 'This code is not right' }],
    }),
    problem('proof_gone'),
  ]
  const { user } = await show()
  const [current, next] = await askForCodes(user)
  await user.type(current, '1234567')
  await user.click(change())
  expect(sent.map(({ name }) => name)).toEqual(['startAddressChange'])
  expect(screen.getAllByText('The code has eight digits')).toHaveLength(2)
  await user.type(current, '8')
  await user.type(next, '11111111{Enter}')
  await waitFor(() => expect(next.getAttribute('aria-invalid')).toBe('true'))
  expect(current.getAttribute('aria-invalid')).toBeNull()
  expect(document.activeElement).toBe(next)
  expect([current.value, next.value]).toEqual(['12345678', '11111111'])
  expect(screen.getByText(/Tries left: 4/)).toBeTruthy()
  await user.click(change())
  await user.click(await screen.findByRole('button', { name: 'Ask for new codes' }))
  expect((await address()).value).toBe('hopper@example.org')
  expect(document.activeElement).toBe(await address())
})

test('a reload is still at the codes', async () => {
  const { user, unmount } = await show()
  await askForCodes(user)
  unmount()
  await show()
  expect(await field(/hopper@example.org/)).toBeTruthy()
})

test('a faulty address is told beside its field', async () => {
  const detail = 'This does not look like an e-mail address'
  refusals['startAddressChange'] = [
    problem('invalid_input', { errors: [{ pointer: '#/email', detail }] }),
  ]
  const { user } = await show()
  await user.click(screen.getByRole('button', { name: 'Send me the codes' }))
  expect(await screen.findByText('Please give your new e-mail address')).toBeTruthy()
  await user.type(await address(), 'hopper@{Enter}')
  expect(await screen.findByText(detail)).toBeTruthy()
  expect((await address()).value).toBe('hopper@')
})

test('the data comes as a file', async () => {
  const files: Blob[] = []
  const names: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file)
    return 'blob:file'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  const { user } = await show()
  await user.click(screen.getByRole('button', { name: 'Download my data' }))
  expect(await screen.findByText('Your data was downloaded')).toBeTruthy()
  expect(names).toEqual(['expertconnect-data.json'])
  expect(JSON.parse((await files[0]?.text()) ?? '')).toMatchObject({
    person: { email },
    bookings: [{ id: 'booking-1' }],
  })
})

test('erasing asks for the address, and leaves a visitor', async () => {
  const { user } = await show()
  await user.click(screen.getByRole('button', { name: 'Erase my data' }))
  const confirm = await field(/^Type your e-mail/)
  await user.type(confirm, 'grace@example.org')
  await user.click(screen.getByRole('button', { name: 'Erase everything' }))
  expect(await screen.findByText('Type grace@example.com to go on')).toBeTruthy()
  expect(vi.mocked(call).mock.calls.some(([name]) => name === 'eraseMe')).toBe(false)
  await user.clear(confirm)
  await user.type(confirm, 'Grace@Example.com{Enter}')
  expect(await screen.findByText('Your data is erased')).toBeTruthy()
  expect(sessionMark()).toBe('none')
  expect(document.querySelector('output')?.textContent).toBe('/')
})

test('says what stands against erasing, and leads to a fresh proof and back', async () => {
  refusals['eraseMe'] = [
    problem('upcoming_bookings', { title: 'There are upcoming bookings' }),
    problem('fresh_proof_needed'),
  ]
  const { user } = await show('/account?erase=1')
  await user.type(await field(/^Type your e-mail/), 'grace@example.com{Enter}')
  expect(await screen.findByText('There are upcoming bookings')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'My bookings' }).getAttribute('href')).toBe('/bookings')
  await user.click(screen.getByRole('button', { name: 'Erase everything' }))
  const link = await screen.findByRole('link', { name: 'Sign in again' })
  expect(link.getAttribute('href')).toBe('/sign-in?again=1&to=%2Faccount%3Ferase%3D1')
  await user.click(screen.getByRole('button', { name: 'Keep my data' }))
  expect(document.querySelector('output')?.textContent).toBe('/account')
})
