import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { problemOf } from '../../server/api/problem.ts'
import { useDoubt } from '../../server/session/use-doubt.ts'
import { Button } from '../action/button.tsx'
import { FailedState } from '../feedback/failed-state.tsx'
import { focusHeading } from '../display/focus-heading.ts'
import { Notice } from '../feedback/notice.tsx'
import { Panel } from '../display/panel.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import styles from './paged-list.module.css'

interface PageOf<T> {
  items: T[]
  nextCursor?: string | undefined
  total?: number | undefined
}

interface PagedListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>
  /** What is listed, as a heading says it: "The experts". */
  what: string
  /** One and several of it: `['expert', 'experts']`. */
  nouns: readonly [string, string]
  /** Where there is nothing: why, and the way out. */
  empty: ReactNode
  children: (items: readonly T[]) => ReactNode
}

/** A list that comes in pages, in each of its states. */
export function PagedList<T>({ query, what, nouns, empty, children }: PagedListProps<T>) {
  const { data, error } = query
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const keepFocus = useKeptFocus(data)
  useForbidden(error)

  if (query.isPending) return <ListSkeleton what={what} />
  if (!data) {
    const { detail, title } = problemOf(error)
    return (
      <Panel>
        <FailedState
          title={`${what} could not be loaded`}
          detail={detail ?? title}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Panel>
    )
  }
  return (
    <div className={styles.list} onFocus={keepFocus}>
      {query.isError && !query.isFetchNextPageError && (
        <Notice role="status" icon={<CloudOff size={20} />} title="Could not be refreshed">
          <p>This is what was last known. It is tried again when you come back to it.</p>
        </Notice>
      )}
      <p role="status" className={styles.count}>
        {countOf(items.length, data.pages.at(-1)?.total, query.hasNextPage, nouns)}
      </p>
      <div className={query.isPlaceholderData ? styles.outdated : undefined}>
        {items.length === 0 ? <Panel>{empty}</Panel> : children(items)}
      </div>
      {query.hasNextPage && (
        <Button
          className={styles.more}
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {query.isFetchNextPageError && (
        <p role="alert" className={styles.fault}>
          More could not be loaded. {problemOf(error).detail}
        </p>
      )}
    </div>
  )
}

function countOf(
  shown: number,
  total: number | undefined,
  more: boolean,
  [one, many]: readonly [string, string],
): string {
  if (shown === 0) return ''
  if (total !== undefined && total > shown) {
    return `${shown.toLocaleString()} of ${total.toLocaleString()} ${many}`
  }
  if (more) return `The first ${shown.toLocaleString()} ${many}`
  return shown === 1 ? `1 ${one}` : `${shown.toLocaleString()} ${many}`
}

/** The role was taken away meanwhile: the frame asks who one is, and says it. */
function useForbidden(error: Error | null) {
  const doubt = useDoubt()
  const forbidden = error !== null && problemOf(error).code === 'forbidden'
  useEffect(() => {
    if (forbidden) void doubt()
  }, [forbidden, doubt])
}

/** Where what was pressed leaves the list, the focus would be nowhere: then it goes to the heading. */
function useKeptFocus(data: unknown) {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return
    last.current = null
    if (document.activeElement === document.body) focusHeading()
  }, [data])
  return ({ target }: { target: Element }) => {
    last.current = target
  }
}
