import { keepPreviousData } from '@tanstack/react-query'

/** A list that comes in pages: the first one has no cursor, and each names the next. */
export const paged = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor?: string | undefined }) => page.nextCursor,
} as const

/** A list of which the first page is known. */
export const firstPage = <T>(page: T) => ({ pages: [page], pageParams: [paged.initialPageParam] })

/** Others change the list, and nothing tells of it: what is opened or come back to is read anew. */
export const pagedAnew = {
  ...paged,
  refetchOnMount: 'always',
  refetchOnWindowFocus: 'always',
} as const

/** The old results stay until the new ones are there: nothing jumps while somebody types. */
export const searched = { ...pagedAnew, placeholderData: keepPreviousData } as const

/** The part of a question that names the page. */
export const from = (cursor: string) => (cursor === '' ? {} : { cursor })

/** The part of a question that is typed. */
export const words = (query: string) => (query === '' ? {} : { query })
