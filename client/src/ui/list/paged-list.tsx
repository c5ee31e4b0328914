import { CloudOff } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { locale } from '../../lib/time/time.ts'
import { Button } from '../action/button.tsx'
import { focusHeading } from '../display/focus-heading.ts'
import { Panel } from '../display/panel.tsx'
import { FailedState } from '../feedback/failed-state.tsx'
import { Notice } from '../feedback/notice.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import styles from './paged-list.module.css'

/** How far a list has been read. */
export interface Paged<T> {
  /** Unset until the first page has come. */
  readonly items: readonly T[] | undefined
  /** Of all pages, where that is known. */
  readonly total?: number | undefined
  /** Why the last reading failed, as a sentence. */
  readonly fault: string | undefined
  readonly retrying: boolean
  readonly retry: () => void
  /** The items belong to the words before; those of the new ones are on their way. */
  readonly outdated?: boolean
  readonly hasMore: boolean
  readonly readingMore: boolean
  /** `fault` is about the next page. */
  readonly moreFailed: boolean
  readonly readMore: () => void
}

interface PagedListProps<T> {
  list: Paged<T>
  /** What is listed, as a heading says it: "The experts". */
  what: string
  /** One and several of it, `['expert', 'experts']`, where it is told how many are shown. */
  nouns?: readonly [string, string]
  /** Where there is nothing: why, and the way out. */
  empty: ReactNode
  /** Where the items will be; rows, where nothing else is given. */
  skeleton?: ReactNode
  /** When a list that could not be refreshed is read again. */
  triedAgain?: string
  children: (items: readonly T[]) => ReactNode
}

/** A list that comes in pages, in each of its states. */
export function PagedList<T>(props: PagedListProps<T>) {
  const { list, what, nouns, empty, skeleton, children } = props
  const { triedAgain = 'when you come back to it' } = props
  const { items, fault } = list
  const keepFocus = useKeptFocus(items)

  if (!items) {
    if (fault === undefined) return skeleton ?? <ListSkeleton says={`Loading: ${what}`} />
    return (
      <Panel>
        <FailedState
          title={`${what} could not be loaded`}
          detail={fault}
          onRetry={list.retry}
          retrying={list.retrying}
        />
      </Panel>
    )
  }
  return (
    <div className={styles.list} onFocus={keepFocus}>
      {fault !== undefined && !list.moreFailed && (
        <Notice role="status" icon={<CloudOff size={20} />} title="Could not be refreshed">
          <p>This is what was last known. It will be tried again {triedAgain}.</p>
        </Notice>
      )}
      {nouns && (
        <p role="status" className={styles.count}>
          {countOf(items.length, list, nouns)}
        </p>
      )}
      <div className={list.outdated === true ? styles.outdated : undefined}>
        {items.length === 0 ? <Panel>{empty}</Panel> : children(items)}
      </div>
      {list.hasMore && (
        <Button className={styles.more} busy={list.readingMore} onClick={list.readMore}>
          Show more
        </Button>
      )}
      {list.moreFailed && (
        <p role="alert" className={styles.fault}>
          More could not be loaded. {fault}
        </p>
      )}
    </div>
  )
}

function countOf(
  shown: number,
  { total, hasMore }: Pick<Paged<unknown>, 'total' | 'hasMore'>,
  [one, many]: readonly [string, string],
): string {
  if (shown === 0) return ''
  if (total !== undefined && total > shown) {
    return `${shown.toLocaleString(locale())} of ${total.toLocaleString(locale())} ${many}`
  }
  if (hasMore) return `The first ${shown.toLocaleString(locale())} ${many}`
  return shown === 1 ? `1 ${one}` : `${shown.toLocaleString(locale())} ${many}`
}

/** What was pressed may leave the list, and the focus with it: then it goes to the heading. */
function useKeptFocus(items: unknown) {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return
    last.current = null
    if (document.activeElement === document.body) focusHeading()
  }, [items])
  return ({ target }: { target: Element }) => {
    last.current = target
  }
}
