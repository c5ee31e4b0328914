import { useState } from 'react'
import { addDays, type Bounds } from '../../../lib/time/month.ts'
import { formatPlainDay } from '../../../lib/time/time.ts'
import { weekOf } from '../../../lib/time/weeks.ts'
import { WeekGrid } from '../../../ui/calendar/week-grid.tsx'
import { monthsFrom } from '../../../ui/calendar/weeks-header.tsx'
import type { DayView } from '../feed/board-view.ts'
import styles from './board-weeks.module.css'
import { dayState } from './day-text.ts'

export interface BoardWeeksProps {
  /** The first day that is shown. */
  from: string
  days: readonly DayView[]
  chosen: string | null
  bounds: Bounds
  /** The board of these weeks has not come yet. */
  loading: boolean
  onChoose: (date: string) => void
  onFrom: (from: string) => void
}

/** Some weeks of the board: every day says what is free, or why nothing is. */
export function BoardWeeks(props: BoardWeeksProps) {
  const { from, days, chosen, bounds, loading, onChoose, onFrom } = props
  const [pointed, setPointed] = useState<string | null>(null)
  const byDate = new Map(days.map((day) => [day.date, day]))
  const firstFree = days.find(({ free }) => free > 0)?.date
  const stateOf = (date: string) => dayState(date, byDate.get(date), bounds)
  const hint = pointed === null ? null : stateOf(pointed)
  return (
    <div className={styles.weeks}>
      <WeekGrid
        from={from}
        label={monthsFrom(from, bounds.last)}
        today={bounds.today}
        // Also the days of this week that have passed, and those behind the last one, can be looked at.
        first={weekOf(bounds.today)}
        last={addDays(weekOf(bounds.last), 6)}
        stops={[chosen, firstFree, bounds.today]}
        busy={loading}
        className={styles.grid}
        look={(date) => {
          const { bookable, kind, text } = stateOf(date)
          const free = byDate.get(date)?.free ?? 0
          return {
            kind,
            says: text,
            choosable: bookable,
            chosen: date === chosen,
            detail: bookable && (
              <i aria-hidden className={styles.free} data-free={Math.min(3, Math.ceil(free / 3))} />
            ),
          }
        }}
        onChoose={onChoose}
        onFrom={onFrom}
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
