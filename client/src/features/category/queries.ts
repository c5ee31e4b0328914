import { queryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'

/** A category with what people type for it. */
export function categoryQuery(slug: string | undefined) {
  return queryOptions({
    queryKey: [...mine.admin, 'category', slug],
    queryFn: ({ signal }) => call('getCategory', { params: { slug: slug ?? '' } }, { signal }),
    enabled: slug !== undefined,
    refetchOnMount: 'always',
  })
}
