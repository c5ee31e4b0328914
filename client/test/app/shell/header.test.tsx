import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { Header } from '../../../src/app/shell/header.tsx'
import { useSessionEnd } from '../../../src/app/shell/use-session-end.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'

vi.mock('../../../src/server/api/client.ts')

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
  vi.mocked(call).mockReset()
  vi.mocked(call).mockImplementation((name) => {
    const person = { id: 'p', email: 'grace@example.com', roles: [], expertId: null }
    return Promise.resolve(name === 'getMe' ? { person } : null) as never
  })
})

function Around() {
  useSessionEnd()
  return <Header />
}

function show(address: string) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <Around />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
}

const signInLink = () => screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')

test.each([
  ['/experts/asha-rai?minutes=30', '/sign-in?to=%2Fexperts%2Fasha-rai%3Fminutes%3D30'],
  ['/', '/sign-in'],
  ['/sign-in?to=%2Faccount', '/sign-in?to=%2Faccount'],
  // The token of the fragment must not get into the query, which is sent to the server.
  ['/b/booking-0001#token', '/sign-in?to=%2Fb%2Fbooking-0001'],
])('from %s the way to sign in leads back', (address, expected) => {
  show(address)
  expect(signInLink()).toBe(expected)
  expect(call).not.toHaveBeenCalled()
})

/** Native popovers are the browser's: here only what their event does is looked at. */
function openMenu() {
  const menu = document.getElementById('account')
  act(() => {
    menu?.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }))
  })
}

test('signed in, nothing is asked for before the menu opens', async () => {
  noteMe('p')
  show('/')
  expect(screen.getByRole('button', { name: 'Account' })).toBeTruthy()
  expect(call).not.toHaveBeenCalled()
  openMenu()
  expect(await screen.findByText('grace@example.com')).toBeTruthy()
  const { click } = userEvent.setup()
  await click(screen.getByText('Sign out'))
  await waitFor(() => expect(signInLink()).toBe('/sign-in'))
  expect(screen.getByText('You are signed out')).toBeTruthy()
})

test('a session that was ended elsewhere is told where one is, with the way back', () => {
  noteMe('p')
  show('/experts/asha-rai')
  act(() => noteMe(null))
  expect(screen.getByText('You are no longer signed in here')).toBeTruthy()
  expect(signInLink()).toBe('/sign-in?to=%2Fexperts%2Fasha-rai')
})

test('signing out on purpose is not told as something that happened', () => {
  noteMe('p')
  show('/experts/asha-rai')
  act(() => noteSignedOut())
  expect(screen.queryByText('You are no longer signed in here')).toBeNull()
})
