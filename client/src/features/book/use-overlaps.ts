import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { useSession } from '../../server/session/use-session.ts'
import type { OwnBooking } from './overlap-warning.tsx'

/** More than anybody may have ahead of them, so that one page has them all. */
const atMost = 50

const upcomingQuery = queryOptions({
  queryKey: [...mine.all, 'upcoming'],
  queryFn: async ({ signal }) => {
    const query = { scope: 'upcoming', limit: atMost } as const
    return (await call('listMyBookings', { query }, { signal })).items
  },
  refetchOnMount: 'always',
})

/**
 * One's other sessions in a span, whoever they are with: those of this browser, and those of the address that is signed
 * in. Never those of an address that was only typed: a stranger would learn when somebody is busy.
 */
export function useOverlaps(
  span: { readonly startsAt: string; readonly endsAt: string },
  here: readonly OwnBooking[],
): readonly OwnBooking[] {
  const { state } = useSession()
  const { data: listed = [] } = useQuery({ ...upcomingQuery, enabled: state === 'in' })
  const known = new Set(listed.map(({ id }) => id))
  const own = listed
    .filter(({ startsAt, endsAt }) => startsAt < span.endsAt && endsAt > span.startsAt)
    .map(({ id, expert, startsAt, endsAt }) => ({ id, expertName: expert.name, startsAt, endsAt }))
  // What this browser remembers may have been moved elsewhere since.
  return [...own, ...here.filter(({ id }) => !known.has(id))]
}
