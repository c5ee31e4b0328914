import { ChevronLeft, ChevronRight } from 'lucide-react'
import { formatMonth, formatMonthName } from '../../../lib/time/time.ts'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { addMonths } from '../../../lib/time/month.ts'
import styles from './month-header.module.css'

export interface MonthHeaderProps {
  month: string
  /** The months of today and of the horizon: nothing lies beyond. */
  first: string
  last: string
  onMonth: (month: string) => void
}

export function MonthHeader({ month, first, last, onMonth }: MonthHeaderProps) {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)]
  return (
    <div className={styles.header}>
      <h3 className={styles.title} aria-live="polite">
        {formatMonth(month)}
      </h3>
      <div className={styles.arrows}>
        {/* Not `disabled`: that would drop the focus of whoever has just arrived at the end. */}
        <IconButton
          label={month > first ? `Show ${formatMonthName(before)}` : 'No earlier month'}
          icon={<ChevronLeft size={20} aria-hidden />}
          aria-disabled={month <= first}
          onClick={() => month > first && onMonth(before)}
        />
        <IconButton
          label={month < last ? `Show ${formatMonthName(after)}` : 'Not open for booking yet'}
          icon={<ChevronRight size={20} aria-hidden />}
          aria-disabled={month >= last}
          onClick={() => month < last && onMonth(after)}
        />
      </div>
    </div>
  )
}
