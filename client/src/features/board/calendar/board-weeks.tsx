import { useState } from 'react'
import { type Bounds, monthOf, sameDayIn } from '../../../lib/time/month.ts'
import { formatMonth, formatPlainDay } from '../../../lib/time/time.ts'
import { MonthGrid } from '../../../ui/calendar/month-grid.tsx'
import type { DayView } from '../feed/board-view.ts'
import styles from './board-month.module.css'
import { dayState } from './day-text.ts'

export interface BoardMonthProps {
  month: string
  days: readonly DayView[]
  chosen: string | null
  bounds: Bounds
  /** The board of this month has not come yet. */
  loading: boolean
  onChoose: (date: string) => void
  onMonth: (month: string) => void
}

/** A month of the board: every day says what is free, or why nothing is. */
export function BoardMonth(props: BoardMonthProps) {
  const { month, days, chosen, bounds, loading, onChoose, onMonth } = props
  const [pointed, setPointed] = useState<string | null>(null)
  const byDate = new Map(days.map((day) => [day.date, day]))
  const firstFree = days.find(({ free }) => free > 0)?.date
  const stateOf = (date: string) => dayState(date, byDate.get(date), bounds)
  const hint = pointed === null ? null : stateOf(pointed)
  const lastMonth = monthOf(bounds.last)
  return (
    <div className={styles.month}>
      <MonthGrid
        month={month}
        label={formatMonth(month)}
        today={bounds.today}
        // Also the days that have passed in this month, and those of the last one, can be looked at.
        first={`${monthOf(bounds.today)}-01`}
        last={sameDayIn(lastMonth, `${lastMonth}-31`)}
        stops={[chosen, firstFree, bounds.today]}
        busy={loading}
        className={styles.grid}
        look={(date) => {
          const { bookable, kind, text } = stateOf(date)
          return { kind, says: text, choosable: bookable, chosen: date === chosen }
        }}
        onChoose={onChoose}
        onMonth={onMonth}
        onPoint={setPointed}
      />
      {/* The days' own names say the same to screen readers. */}
      <p className={styles.hint} aria-hidden>
        {pointed !== null && hint && !hint.bookable && hint.kind !== 'loading'
          ? `${formatPlainDay(pointed)}: ${hint.text}`
          : ' '}
      </p>
    </div>
  )
}
