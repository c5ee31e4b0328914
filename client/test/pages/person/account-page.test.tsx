import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { AccountPage } from '../../../src/pages/person/account-page.tsx'
import { noteMe, noteSignedOut, sessionMark } from '../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'

vi.mock('../../../src/server/api/client.ts')

const startedAt = '2026-11-23T06:00:00Z'
let signedIn: boolean
let away: boolean
let sessions: { id: string; device: string; current: boolean }[]

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  signedIn = true
  away = false
  sessions = [
    { id: 'session-1', device: 'Safari on iPhone', current: false },
    { id: 'session-2', device: 'Firefox on Linux', current: true },
  ]
  vi.mocked(call).mockImplementation((name, input) => {
    const { params } = input as { params?: { id: string } }
    return Promise.resolve().then(() => answer(name, params?.id)) as never
  })
})

function answer(name: string, id?: string): unknown {
  if (away) throw new ApiProblem(unreachable)
  const person = { id: 'p', email: 'grace@example.com', roles: [], expertId: null }
  if (name === 'getMe') {
    noteMe(signedIn ? 'p' : null)
    return { person: signedIn ? person : null }
  }
  if (!signedIn) throw new ApiProblem({ ...unreachable, status: 401, code: 'signed_out' })
  if (name === 'signOut') signedIn = false
  if (name === 'listSessions') {
    return { items: sessions.map((each) => ({ ...each, startedAt, seenAt: startedAt })) }
  }
  if (name === 'endSession') {
    if (!sessions.some((each) => each.id === id)) {
      throw new ApiProblem({ ...unreachable, status: 404, code: 'not_found' })
    }
    sessions = sessions.filter((each) => each.id !== id)
  }
  return null
}

function show() {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/account']}>
        <ToastProvider>
          <main>
            <AccountPage />
          </main>
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const devices = async () =>
  within(await screen.findByRole('list', { name: 'Browsers' }))
    .getAllByRole('heading')
    .map((heading) => heading.textContent)

test('lists the browsers, this one first and without a button of its own', async () => {
  show()
  expect(await devices()).toEqual(['Firefox on Linux', 'Safari on iPhone'])
  expect(screen.getByText('This browser')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^End/ })).toHaveLength(1)
  expect(await screen.findAllByText('grace@example.com')).not.toEqual([])
  expect(screen.getAllByText(/Signed in .*23.* 06:00/).length).toBeGreaterThan(0)
})

test('ends another browser', async () => {
  const user = show()
  await user.click(await screen.findByRole('button', { name: /^End Safari on iPhone/ }))
  expect(await screen.findByText('Signed out: Safari on iPhone')).toBeTruthy()
  await waitFor(async () => expect(await devices()).toEqual(['Firefox on Linux']))
})

test('one that is gone already is what was wanted', async () => {
  const user = show()
  const button = await screen.findByRole('button', { name: /^End Safari on iPhone/ })
  sessions = sessions.filter(({ current }) => current)
  await user.click(button)
  expect(await screen.findByText('Signed out: Safari on iPhone')).toBeTruthy()
})

test('signs out here', async () => {
  const user = show()
  await user.click(await screen.findByRole('button', { name: 'Sign out here' }))
  expect(await screen.findByText('Sign in to see your account')).toBeTruthy()
  expect(sessionMark()).toBe('none')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  )
})

test('a sign-out that did not arrive is no sign-out', async () => {
  const user = show()
  const button = await screen.findByRole('button', { name: 'Sign out here' })
  away = true
  await user.click(button)
  expect(await screen.findByText(/^Not signed out/)).toBeTruthy()
  expect(sessionMark()).toBe('in')
})

test('a session that was ended elsewhere shows at the first press', async () => {
  const user = show()
  const button = await screen.findByRole('button', { name: /^End Safari/ })
  signedIn = false
  await user.click(button)
  expect(await screen.findByText('You are no longer signed in here')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe(
    '/sign-in?to=%2Faccount',
  )
  expect(screen.queryByText(/^Not signed out/)).toBeNull()
})

test('a failure says so and can be tried again', async () => {
  noteMe('p')
  away = true
  const user = show()
  await screen.findByText('Your browsers could not be loaded')
  away = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await devices()).toHaveLength(2)
})
