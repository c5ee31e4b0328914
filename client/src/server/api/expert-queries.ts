import { firstAsked } from '@expertconnect/contract/first-data'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'
import { firstAnswer } from './first-data.ts'
import { mine } from './keys.ts'
import { firstPage, from, paged } from './paged.ts'

/** Of what strangers read about experts: another one makes all of it stale. */
export const aboutExperts = [['expert'], ['reviews']] as const

/** One expert, by the slug of the page's address. */
export function expertQuery(slug: string) {
  const asked = { params: { slug } }
  return queryOptions({
    queryKey: ['expert', slug],
    queryFn: ({ signal }) => call('getExpert', asked, { signal }),
    staleTime: 60_000,
    ...firstAnswer('getExpert', asked, (expert) => expert),
  })
}

/** The expert who is signed in, as they themselves see them. */
export const deskQuery = queryOptions({
  queryKey: [...mine.desk, 'expert'],
  queryFn: ({ signal }) => call('getDesk', {}, { signal }),
  staleTime: 60_000,
})

/** What was written about an expert. */
export function reviewsQuery(slug: string) {
  const asked = (cursor: string) => ({
    params: { slug },
    query: { ...firstAsked.reviews, ...from(cursor) },
  })
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['reviews', slug],
    queryFn: ({ signal, pageParam }) => call('listReviews', asked(pageParam), { signal }),
    staleTime: 5 * 60_000,
    ...firstAnswer('listReviews', asked(''), firstPage),
  })
}

/** What the directory is browsed by. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await call('listCategories', {}, { signal })).items,
    staleTime: 5 * 60_000,
    ...firstAnswer('listCategories', {}, ({ items }) => items),
  })
}
