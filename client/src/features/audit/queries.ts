import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

/** Every administrative change, newest first. */
export const auditQuery = infiniteQueryOptions({
  ...pagedAnew,
  queryKey: [...mine.admin, 'audit'],
  queryFn: ({ signal, pageParam }) => call('listAudit', { query: from(pageParam) }, { signal }),
})
