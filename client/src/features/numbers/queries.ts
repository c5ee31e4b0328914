import type { PeriodKind } from '@expertconnect/contract/numbers/shapes'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

/** Of the expert who is signed in. */
export function deskNumbersQuery(by: PeriodKind) {
  return queryOptions({
    queryKey: [...mine.desk, 'numbers', by],
    queryFn: ({ signal }) => call('getDeskNumbers', { query: { by } }, { signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** Of all experts together. */
export function adminNumbersQuery(by: PeriodKind, timeZone: string) {
  return queryOptions({
    queryKey: [...mine.admin, 'numbers', by, timeZone],
    queryFn: ({ signal }) => call('getAdminNumbers', { query: { by, timeZone } }, { signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}
