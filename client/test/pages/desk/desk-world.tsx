import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { vi } from 'vitest'
import { call, type CallOptions } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { DeskPage } from '../../../src/pages/desk/desk-page.tsx'
import { type DeskListener, watchDesk } from '../../../src/server/live/watch-desk.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'
import { sampleBooking } from '../../features/booking/sample.ts'
import { sampleExpert } from '../../features/expert/sample-expert.ts'

export function sampleSchedule(differences: Partial<DeskSchedule> = {}): DeskSchedule {
  const day = [{ from: '09:00', to: '12:00' }]
  return {
    version: 3,
    timeZone: 'UTC',
    weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
    exceptions: [],
    sessionLengths: [30, 60],
    policy: sampleExpert().policy,
    paused: false,
    ...differences,
  }
}

export function sampleDesk(differences: Partial<DeskExpert> = {}): DeskExpert {
  return {
    ...sampleExpert({ timeZone: 'UTC' }),
    version: 7,
    listed: true,
    paused: false,
    meetingUrl: null,
    ...differences,
  }
}

export function deskBooking(differences: Partial<Booking> = {}): Booking {
  return sampleBooking({ seenAs: 'expert', allowedActions: ['cancel', 'propose'], ...differences })
}

export interface Sent {
  readonly name: string
  readonly input: Record<string, unknown>
  readonly options: CallOptions
}

/** The server as the desk meets it. */
export const world = {
  roles: ['expert'] as string[] | null,
  expert: sampleDesk(),
  schedule: sampleSchedule(),
  mails: { unwanted: [], agendaAt: null } as MailChoices,
  bookings: [] as Booking[],
  conflicts: [] as { booking: Booking; reason: string }[],
  why: {} as Record<string, unknown>,
  /** What else is answered, by name. */
  answers: {} as Record<string, (body: { readonly [part: string]: unknown }) => unknown>,
  /** How the next calls of these are refused; after that they work. */
  refusals: {} as Record<string, Problem[]>,
  sent: [] as Sent[],
  listener: undefined as DeskListener | undefined,
}

/** Before each test; whoever imports this has mocked the client and the watching. */
export function begin(): void {
  noteSignedOut()
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  vi.stubGlobal('fetch', () => Promise.resolve({ ok: false }))
  Object.assign(world, {
    roles: ['expert'],
    // Changes that are not saved yet are kept by the expert: each test has one of its own.
    expert: sampleDesk({ id: `expert-${crypto.randomUUID()}` }),
    schedule: sampleSchedule(),
    mails: { unwanted: [], agendaAt: null },
    bookings: [],
    conflicts: [],
    answers: {},
    refusals: {},
    sent: [],
  })
  vi.mocked(watchDesk).mockImplementation((listener) => {
    world.listener = listener
    return () => undefined
  })
  vi.mocked(call).mockImplementation((name, input, options = {}) => {
    world.sent.push({ name, input: input as Record<string, unknown>, options })
    const refusal = world.refusals[name]?.shift()
    if (refusal) return Promise.reject(new ApiProblem(refusal))
    return Promise.resolve(answer(name, input as Input)) as never
  })
}

interface Input {
  readonly body?: { readonly [part: string]: unknown }
  readonly query?: { readonly [part: string]: string }
  readonly params?: { readonly id: string }
}

function answer(name: string, { body = {}, query = {}, params }: Input): unknown {
  const own = world.bookings.find(({ id }) => id === params?.id)
  switch (name) {
    case 'getMe':
      return me()
    case 'getNotes':
      return { text: '', version: 0 }
    case 'getDesk':
      return world.expert
    case 'changeProfile':
      return changeProfile(body)
    case 'setPhoto':
      return (world.expert = { ...world.expert, photoUrl: '/portraits/new.webp' })
    case 'getSchedule':
      return world.schedule
    case 'changeSchedule':
      return changeSchedule(body)
    case 'getMailChoices':
      return world.mails
    case 'chooseMails':
      return (world.mails = body as MailChoices)
    case 'listConflicts':
      return { items: world.conflicts }
    case 'explainStart':
      return { ...world.why, startsAt: query['startsAt'], endsAt: query['startsAt'] }
    case 'listDeskBookings':
      return { items: world.bookings }
    case 'getDeskBooking':
      if (!own) throw new ApiProblem({ ...unreachable, status: 404, code: 'not_found' })
      return { booking: own, manageToken: 'expert-token' }
    case 'getBooking':
      return { booking: own }
    case 'changeBooking':
      return { booking: changeBooking(own, body) }
    case 'listCategories':
      return { items: [world.expert.category] }
    default:
      return world.answers[name]?.(body) ?? { items: [] }
  }
}

function changeSchedule({ policy, ...parts }: { readonly [part: string]: unknown }) {
  world.schedule = {
    ...world.schedule,
    ...parts,
    policy: { ...world.schedule.policy, ...(policy as object) },
    version: world.schedule.version + 1,
  }
  return world.schedule
}

function changeProfile({ hourlyRate, ...parts }: { readonly [part: string]: unknown }) {
  const amount = typeof hourlyRate === 'number' ? hourlyRate : world.expert.hourlyRate.amount
  world.expert = {
    ...world.expert,
    ...parts,
    hourlyRate: { ...world.expert.hourlyRate, amount },
    version: world.expert.version + 1,
  }
  return world.expert
}

function changeBooking(own: Booking | undefined, part: Input['body']) {
  const { proposal, ...rest } = part as { proposal?: { startsAt: string } | null }
  const changed = {
    ...deskBooking(own),
    ...rest,
    ...(proposal && {
      proposal: { ...proposal, minutes: 60, endsAt: proposal.startsAt, proposedAt: '' },
    }),
    version: (own?.version ?? 0) + 1,
  }
  if (proposal === null) delete changed.proposal
  world.bookings = world.bookings.map((known) => (known.id === changed.id ? changed : known))
  return changed
}

function me() {
  const person =
    world.roles === null
      ? null
      : { id: 'p', email: 'asha@example.com', roles: world.roles, expertId: 'expert-1' }
  noteMe(person?.id ?? null)
  return { person }
}

function Address() {
  const { pathname, search, hash } = useLocation()
  return <output>{pathname + search + hash}</output>
}

export function show(address = '/desk') {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { retry: false } })
  const view = render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <ToastProvider>
          <main>
            <Routes>
              <Route path="/desk/*" element={<DeskPage />} />
              <Route path="*" element={<p>elsewhere</p>} />
            </Routes>
          </main>
          <Address />
        </ToastProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), ...view }
}

export const sentTo = (name: string) => world.sent.filter((each) => each.name === name)
export const bodies = (name: string) => sentTo(name).map(({ input }) => input['body'])
export const problem = (code: Problem['code'], more: Partial<Problem> = {}): Problem => ({
  ...unreachable,
  status: 422,
  title: 'Refused',
  code,
  ...more,
})
