import { ChevronLeft, ChevronRight } from 'lucide-react'
import { addMonths } from '../../lib/time/month.ts'
import { formatMonth, formatMonthName } from '../../lib/time/time.ts'
import { IconButton } from '../action/icon-button.tsx'
import styles from './month-header.module.css'

export interface MonthHeaderProps {
  month: string
  /** The months between which one can go. */
  first: string
  last?: string
  onMonth: (month: string) => void
}

/** Names the month that is shown, and leads to the ones before and after it. */
export function MonthHeader({ month, first, last, onMonth }: MonthHeaderProps) {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)]
  const [isFirst, isLast] = [month <= first, last !== undefined && month >= last]
  return (
    <div className={styles.header}>
      <h3 className={styles.title} aria-live="polite">
        {formatMonth(month)}
      </h3>
      <div className={styles.arrows}>
        {/* Not `disabled`: that would drop the focus of whoever has just arrived at the end. */}
        <IconButton
          label={isFirst ? 'No earlier month' : `Show ${formatMonthName(before)}`}
          icon={<ChevronLeft size={20} aria-hidden />}
          aria-disabled={isFirst}
          onClick={() => !isFirst && onMonth(before)}
        />
        <IconButton
          label={isLast ? 'Not open for booking yet' : `Show ${formatMonthName(after)}`}
          icon={<ChevronRight size={20} aria-hidden />}
          aria-disabled={isLast}
          onClick={() => !isLast && onMonth(after)}
        />
      </div>
    </div>
  )
}
