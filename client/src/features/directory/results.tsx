import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { SearchX } from 'lucide-react'
import { problemOf } from '../../server/api/problem.ts'
import { Button } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { ExpertGrid } from './expert-grid.tsx'
import { directoryPath } from './filters.ts'
import type { NamedFilter } from './named-filters.ts'
import styles from './results.module.css'

interface ResultsProps {
  experts: readonly FoundExpert[] | undefined
  total: number
  /** The results still shown belong to the filters before. */
  outdated: boolean
  error: Error | null
  /** What was typed. */
  query: string
  /** Which words were looked for, where nobody has those that were typed. */
  meant: string | undefined
  named: readonly NamedFilter[]
  hasMore: boolean
  loadingMore: boolean
  onMore: () => void
  onRetry: () => void
  retrying: boolean
}

export function Results(props: ResultsProps) {
  const { experts, total, outdated, error, named, hasMore, loadingMore, onMore } = props
  if (!experts && error) {
    return (
      <FailedState
        title="The experts could not be loaded"
        detail={problemOf(error).detail}
        onRetry={props.onRetry}
        retrying={props.retrying}
      />
    )
  }
  if (experts?.length === 0 && !outdated) return <NobodyFound named={named} />
  const left = total - (experts?.length ?? 0)
  return (
    <>
      {props.meant !== undefined && (
        <p role="status" className={styles.meant}>
          No exact match for “{props.query}”.{' '}
          {isSameWords(props.meant, props.query) ? (
            'These come close:'
          ) : (
            <>
              These match <strong>{props.meant}</strong>:
            </>
          )}
        </p>
      )}
      <ExpertGrid experts={experts} places={8} label="Experts" outdated={outdated} />
      {error && experts && (
        <p role="alert" className={styles.failed}>
          {`More could not be loaded. ${problemOf(error).detail ?? problemOf(error).title}`}
        </p>
      )}
      {hasMore && (
        <div className={styles.more}>
          {left > 0 && <p>{`${experts?.length ?? 0} of ${total} shown`}</p>}
          <Button size="l" busy={loadingMore} onClick={onMore}>
            {left > 0 && left <= 24 ? `Show the last ${left}` : 'Show more'}
          </Button>
        </div>
      )}
    </>
  )
}

/** Words that were typed need not be told once more. */
function isSameWords(meant: string, typed: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return wordsOf(meant).join(' ') === wordsOf(typed).join(' ')
}

function NobodyFound({ named }: { named: readonly NamedFilter[] }) {
  if (named.length === 0) {
    return (
      <EmptyState icon={<SearchX size={28} />} title="There are no experts here yet">
        No experts have been added yet. Please check back later.
      </EmptyState>
    )
  }
  const others = named.length > 1 ? named : []
  return (
    <EmptyState
      icon={<SearchX size={28} />}
      title="Nobody matches all of those"
      action={
        <>
          <LinkButton variant="primary" to={directoryPath({})}>
            Clear all filters
          </LinkButton>
          {others.map(({ text, without }) => (
            <LinkButton key={text} to={without}>
              {`Without ${text}`}
            </LinkButton>
          ))}
        </>
      }
    >
      {`You asked for ${sentence(named.map(({ text }) => text))}.`}
    </EmptyState>
  )
}

function sentence(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
}
