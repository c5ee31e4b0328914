import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatMonths } from '../../lib/time/time.ts'
import { laterWeeks, weeksFrom } from '../../lib/time/weeks.ts'
import { IconButton } from '../action/icon-button.tsx'
import styles from './weeks-header.module.css'

export interface WeeksHeaderProps {
  /** The first day that is shown. */
  from: string
  /** The dates between which one can go. */
  first: string
  last?: string | undefined
  /** A heading of the page, or a line of what was opened above it. */
  as?: 'h3' | 'p'
  onFrom: (from: string) => void
}

/** Names the months that the shown weeks lie in, and leads to earlier and later weeks. */
export function WeeksHeader(props: WeeksHeaderProps) {
  const { from, first, last, as: Title = 'h3', onFrom } = props
  const [before, after] = [laterWeeks(from, -1), laterWeeks(from, 1)]
  const [isFirst, isLast] = [from <= first, last !== undefined && after > last]
  return (
    <div className={styles.header}>
      <Title className={styles.title} aria-live="polite">
        {monthsFrom(from, last)}
      </Title>
      <div className={styles.arrows}>
        {/* Not `disabled`: that would drop the focus of whoever has just arrived at the end. */}
        <IconButton
          label={isFirst ? 'No earlier weeks' : 'Show earlier weeks'}
          icon={<ChevronLeft size={20} aria-hidden />}
          aria-disabled={isFirst}
          onClick={() => !isFirst && onFrom(before)}
        />
        <IconButton
          label={isLast ? 'Not open for booking yet' : 'Show later weeks'}
          icon={<ChevronRight size={20} aria-hidden />}
          aria-disabled={isLast}
          onClick={() => !isLast && onFrom(after)}
        />
      </div>
    </div>
  )
}

/** The months of the weeks that are shown from a date on. */
export function monthsFrom(from: string, last?: string): string {
  return formatMonths(from, weeksFrom(from, last).at(-1)?.at(-1) ?? from)
}
