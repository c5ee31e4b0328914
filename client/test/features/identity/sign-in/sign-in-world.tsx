import type { Problem } from '@expertconnect/contract/problem'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { vi } from 'vitest'
import { call } from '../../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../../src/server/api/query-client.ts'
import { SignInPage } from '../../../../src/pages/person/sign-in-page.tsx'
import { noteSignedOut } from '../../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../../src/ui/feedback/toast.tsx'

const person = { id: 'person-1', email: 'grace@example.com', roles: [], expertId: null }
export const link = 'a'.repeat(43)
export const wrong: Problem = {
  ...unreachable,
  status: 422,
  code: 'wrong_proof',
  title: 'This code is not right',
  detail: 'Please check the e-mail again. Tries left: 4.',
}
export const problem = (code: Problem['code'], more: Partial<Problem> = {}): Problem => ({
  ...unreachable,
  status: 422,
  title: 'Refused',
  code,
  ...more,
})

/** What was sent, and how the next calls are answered. */
export const world = {
  sent: [] as { name: string; body: unknown }[],
  /** How the next calls of these are refused; after that they work. */
  refusals: {} as Record<string, Problem[]>,
  validFor: 600_000,
}

/** Before each test; whoever imports this has mocked the client. */
export function begin(): void {
  noteSignedOut()
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  // A strange name has no mail page, and is not even asked for one.
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }))
  Object.assign(world, { sent: [], refusals: {}, validFor: 600_000 })
  vi.mocked(call).mockImplementation((name, input) => {
    world.sent.push({ name, body: (input as { body?: unknown }).body })
    const refusal = world.refusals[name]?.shift()
    if (refusal) return Promise.reject(new ApiProblem(refusal))
    const expiresAt = new Date(Date.now() + world.validFor).toISOString()
    return Promise.resolve(name === 'startSignIn' ? { expiresAt } : { person }) as never
  })
}

function Address() {
  const { pathname, search, hash } = useLocation()
  return <output>{pathname + search + hash}</output>
}

export function show(address = '/sign-in?to=%2Faccount') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          {address.startsWith('/sign-in') && <WhereItLeads />}
          <Address />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

function WhereItLeads() {
  return useLocation().pathname === '/sign-in' ? <SignInPage /> : <p>arrived</p>
}

export const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' })
export const code = () =>
  screen.findByRole<HTMLInputElement>('textbox', { name: 'Eight-digit code' })
export const proofs = () =>
  world.sent.filter(({ name }) => name === 'proveSignIn').map(({ body }) => body)
export const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

export async function ask(address?: string) {
  const user = show(address)
  await user.type(email(), 'grace@example.com')
  await user.click(screen.getByRole('button', { name: 'Send me a code' }))
  await code()
  return user
}
