import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { mine } from '../../../server/api/keys.ts'

export const mailChoicesQuery = queryOptions({
  queryKey: [...mine.desk, 'mails'],
  queryFn: ({ signal }) => call('getMailChoices', {}, { signal }),
  staleTime: 60_000,
})
