import type { Person } from '@expertconnect/contract/people/shapes'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../api/people-queries.ts'
import { type SessionMark, useSessionMark } from '../api/session-mark.ts'

export interface Session {
  /** `asking`: the server has not answered yet, and this browser remembers nobody. */
  readonly state: SessionMark | 'asking'
  /** Known once the server has answered. */
  readonly person: Person | null
  /** The server could not be asked. */
  readonly failed: boolean
}

/**
 * Who is signed in. The server is asked only where this browser remembers somebody, unless it is a page of one's own
 * (`ask`): there the cookie counts, also where the memory was cleared.
 */
export function useSession({ ask = false } = {}): Session {
  const mark = useSessionMark()
  const me = useQuery({ ...meQuery, enabled: ask || mark === 'in' })
  const asking = ask && mark === 'none' && me.isPending && me.fetchStatus === 'fetching'
  return {
    state: asking ? 'asking' : mark,
    person: mark === 'in' ? (me.data?.person ?? null) : null,
    failed: me.isError,
  }
}

/** Mail providers do not tell addresses apart by case, so neither does the server. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase()
}
