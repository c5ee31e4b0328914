import type { AdminPeopleQuery } from '@expertconnect/contract/people/shapes'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, searched, words } from '../../server/api/paged.ts'

/** Everybody who has signed in. */
export function peopleQuery(query: string, role: NonNullable<AdminPeopleQuery['role']>) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...mine.admin, 'people', query, role],
    queryFn: ({ signal, pageParam }) =>
      call('listPeople', { query: { role, ...words(query), ...from(pageParam) } }, { signal }),
  })
}
