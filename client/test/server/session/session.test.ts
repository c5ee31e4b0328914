import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { bookingQuery, myBookingsQuery } from '../../../src/features/booking/queries.ts'
import { meQuery } from '../../../src/server/api/people-queries.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { followSession } from '../../../src/server/session/follow-session.ts'
import {
  markedPerson,
  noteMe,
  noteSignedOut,
  sessionMark,
  subscribeToSession,
} from '../../../src/server/api/session-mark.ts'

vi.mock('../../../src/server/api/client.ts')

const person = { id: 'person-1', email: 'grace@example.com', roles: [], expertId: null }

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
})

/** What another tab writes. */
function writeElsewhere(value: string | null): void {
  if (value === null) localStorage.removeItem('ec.session')
  else localStorage.setItem('ec.session', value)
  dispatchEvent(new StorageEvent('storage', { key: 'ec.session' }))
}

describe('what this browser remembers of its session', () => {
  it('is set by what the server answers, and holds no address', () => {
    expect(sessionMark()).toBe('none')
    noteMe('person-1')
    expect(sessionMark()).toBe('in')
    expect(localStorage.getItem('ec.session')).toBe('in:person-1')
  })

  it('tells a session that was ended from one that never was, and from signing out', () => {
    noteMe(null)
    expect(sessionMark()).toBe('none')
    noteMe('person-1')
    noteMe(null)
    expect(sessionMark()).toBe('ended')
    noteMe('person-1')
    noteSignedOut()
    expect(sessionMark()).toBe('none')
  })

  it('follows the other tabs, and takes nothing strange for a mark', () => {
    noteMe('person-1')
    const stop = subscribeToSession(() => undefined)
    writeElsewhere(null)
    expect(sessionMark()).toBe('none')
    writeElsewhere('in:person-2')
    expect(markedPerson()).toBe('in:person-2')
    writeElsewhere('<script>')
    expect(sessionMark()).toBe('none')
    stop()
  })

  it('is ended by a refusal, whatever it was that was asked for', async () => {
    noteMe('person-1')
    const refusal = new ApiProblem({ ...unreachable, status: 401, code: 'signed_out' })
    vi.mocked(call).mockRejectedValue(refusal)
    await createQueryClient()
      .fetchQuery({
        queryKey: ['anything'],
        queryFn: () => call('listSessions', {}),
      })
      .catch(() => undefined)
    expect(sessionMark()).toBe('ended')
  })

  it('is not ended by a server that is away', async () => {
    noteMe('person-1')
    vi.mocked(call).mockRejectedValue(new ApiProblem(unreachable))
    const client = createQueryClient()
    await client.fetchQuery({ ...meQuery, retry: false }).catch(() => undefined)
    expect(sessionMark()).toBe('in')
  })
})

describe('what was read for one person', () => {
  function filled() {
    const client = new QueryClient()
    noteMe('person-1')
    const stop = followSession(client)
    client.setQueryData(meQuery.queryKey, { person: { ...person } })
    client.setQueryData(myBookingsQuery('upcoming').queryKey, {
      pages: [{ items: [] }],
      pageParams: [''],
    })
    client.setQueryData(['experts'], 'for everybody')
    client.setQueryData(['booking', 'b', 'token'], 'by a token')
    return { client, stop }
  }

  it('goes when they sign out; what a token or nobody opens stays', () => {
    const { client, stop } = filled()
    noteSignedOut()
    expect(client.getQueryData(meQuery.queryKey)).toEqual({ person: null })
    expect(client.getQueryData(myBookingsQuery('upcoming').queryKey)).toBeUndefined()
    expect(client.getQueryData(['experts'])).toBe('for everybody')
    expect(client.getQueryData(['booking', 'b', 'token'])).toBe('by a token')
    stop()
  })

  it('is not shown to the next one, who signs in in another tab', () => {
    const { client, stop } = filled()
    writeElsewhere('in:person-2')
    expect(client.getQueryData(myBookingsQuery('upcoming').queryKey)).toBeUndefined()
    expect(client.getQueryState(meQuery.queryKey)?.isInvalidated).toBe(true)
    stop()
  })

  it('is told apart from what a token opens', () => {
    expect(bookingQuery('b', '').queryKey).toEqual(['mine', 'booking', 'b'])
    expect(bookingQuery('b', 'token').queryKey).toEqual(['booking', 'b', 'token'])
  })
})
