import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { problemOf } from './api/problem.ts'
import { useDoubt } from './session/use-doubt.ts'

interface PageOf<T> {
  items: T[]
  nextCursor?: string | undefined
  total?: number | undefined
}

/** A list that is read in pages, as `PagedList` shows it. */
export function usePaged<T>(query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>) {
  const { data, error } = query
  useForbidden(error)
  const problem = error && problemOf(error)
  return {
    items: data?.pages.flatMap((page) => page.items),
    total: data?.pages.at(-1)?.total,
    fault: problem ? (problem.detail ?? problem.title) : undefined,
    retrying: query.isFetching,
    retry: () => void query.refetch(),
    outdated: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    readingMore: query.isFetchingNextPage,
    moreFailed: query.isFetchNextPageError,
    readMore: () => void query.fetchNextPage(),
  }
}

/** Role removed meanwhile: the frame asks who one is, and says it. */
function useForbidden(error: Error | null) {
  const doubt = useDoubt()
  const forbidden = error !== null && problemOf(error).code === 'forbidden'
  useEffect(() => {
    if (forbidden) void doubt()
  }, [forbidden, doubt])
}
