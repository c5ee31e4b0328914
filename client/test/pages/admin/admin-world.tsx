import type { AdminExpert, Application } from '@expertconnect/contract/experts/shapes'
import type { AdminPerson } from '@expertconnect/contract/people/shapes'
import type { AuditEntry } from '@expertconnect/contract/audit/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { AdminPage } from '../../../src/pages/admin/admin-page.tsx'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleExpert } from '../../features/board/sample.ts'

const admin = { id: 'person-1', email: 'admin@example.com', roles: ['admin'], expertId: null }

export const refusal = (code: Problem['code'], more: Partial<Problem> = {}): Problem => ({
  ...unreachable,
  status: 422,
  title: 'Refused',
  code,
  ...more,
})

export function adminExpert(differences: Partial<AdminExpert> = {}): AdminExpert {
  return {
    ...sampleExpert(),
    id: 'expert-1',
    version: 3,
    listed: true,
    paused: false,
    email: 'asha@example.com',
    ...differences,
  }
}

export const tomas: Application = {
  id: 'application-1',
  name: 'Tomáš Novák',
  email: 'tomas@example.com',
  headline: 'Wood that stays where you put it',
  category: 'design',
  bio: 'Thirty years of furniture.\n\nBring a drawing.',
  state: 'waiting',
  sentAt: '2026-11-22T08:12:00Z',
}

type Answer = (input: Input) => unknown
interface Input {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string | number>
  readonly body?: Record<string, unknown>
}

/** What the server has, what was sent to it, and how the next calls are refused; after that they work. */
export const world = {
  me: null as unknown,
  lacksPasskey: true,
  sent: [] as { name: string; input: Input; key: string | undefined }[],
  refusals: {} as Record<string, Problem[]>,
  experts: [] as AdminExpert[],
  applications: [] as Application[],
  people: [] as AdminPerson[],
  audit: [] as AuditEntry[],
  answers: {} as Record<string, Answer>,
}

const categories = [
  { slug: 'design', name: 'Design', icon: 'palette', experts: 3 },
  { slug: 'law', name: 'Law', icon: 'scale', experts: 0 },
]

const usual: Record<string, Answer> = {
  getMe: () => {
    noteMe(world.me === null ? null : 'person-1')
    return { person: world.me, ...(world.lacksPasskey ? { lacksPasskey: true } : {}) }
  },
  listCategories: () => ({ items: categories }),
  listAdminExperts: ({ query = {} }) => ({
    items: world.experts.filter(
      ({ email, name, listed }) =>
        (query.query === undefined ||
          email === query.query ||
          name.includes(String(query.query))) &&
        (query.show === 'all' || listed === (query.show === 'listed')),
    ),
  }),
  listApplications: ({ query = {} }) => {
    const items = world.applications.filter(({ state }) => state === query.state)
    return { items, total: items.length }
  },
  listPeople: () => ({ items: world.people }),
  listAudit: () => ({ items: world.audit }),
  listReports: () => ({ items: [] }),
  listDisputes: () => ({ items: [] }),
  listAdminReviews: () => ({ items: [] }),
  listBlocks: () => ({ items: [] }),
  listBookingMessages: () => ({ items: [] }),
  listMessages: () => ({ items: [], mail: { waiting: 0, failed: 0, paused: null } }),
}

/** Before each test; whoever imports this has mocked the client. */
export function begin(): void {
  noteSignedOut()
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }))
  Object.assign(world, { lacksPasskey: true, me: admin, sent: [], refusals: {}, answers: {} })
  Object.assign(world, {
    lacksPasskey: true,
    experts: [adminExpert()],
    applications: [],
    people: [],
    audit: [],
  })
  vi.mocked(call).mockImplementation((name, input, options) => {
    world.sent.push({ name, input: input as Input, key: options?.key })
    const refused = world.refusals[name]?.shift()
    if (refused) return Promise.reject(new ApiProblem(refused))
    const answer = world.answers[name] ?? usual[name]
    return Promise.resolve().then(() => answer?.(input as Input) ?? null) as never
  })
}

export function show(address = '/admin') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <main>
            <Routes>
              <Route path="/admin/*" element={<AdminPage />} />
              <Route path="*" element={<p>elsewhere</p>} />
            </Routes>
          </main>
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

export const sent = (name: string) =>
  world.sent.filter((each) => each.name === name).map(({ input }) => input)
export const button = (name: string | RegExp) => screen.findByRole('button', { name })
export const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')
