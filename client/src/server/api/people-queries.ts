import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'
import { mine } from './keys.ts'
import { noteMe } from './session-mark.ts'

/** Who is signed in. `useSession` decides when that is asked. */
export const meQuery = queryOptions({
  queryKey: mine.me,
  queryFn: async ({ signal }) => {
    const me = await call('getMe', {}, { signal })
    noteMe(me.person?.id ?? null)
    return me
  },
  staleTime: 5 * 60_000,
})

/** The browsers in which one is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: mine.sessions,
  queryFn: ({ signal }) => call('listSessions', {}, { signal }),
  refetchInterval: 60_000,
  refetchOnWindowFocus: 'always',
  refetchOnMount: 'always',
})

/** What opens one's account without a mail. */
export const passkeysQuery = queryOptions({
  queryKey: mine.passkeys,
  queryFn: ({ signal }) => call('listPasskeys', {}, { signal }),
  refetchOnMount: 'always',
})
