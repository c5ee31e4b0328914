import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import {
  formatMonth,
  formatPlainDay,
  formatPlainLongDay,
  weekStart,
} from '../../../lib/time/time.ts'
import type { DayView } from '../feed/board-view.ts'
import { dayState } from './day-text.ts'
import {
  addDays,
  addMonths,
  type Bounds,
  monthOf,
  sameDayIn,
  weeksOf,
} from '../../../lib/time/month.ts'
import styles from './month-grid.module.css'
import { weekdays } from '../../../lib/time/weekdays.ts'

export interface MonthGridProps {
  month: string
  days: readonly DayView[]
  chosen: string | null
  bounds: Bounds
  /** The board of this month has not come yet. */
  loading: boolean
  onChoose: (date: string) => void
  onMonth: (month: string) => void
}

/** A month as an ARIA grid: one stop for Tab, arrows inside, every day says its date and what is free. */
export function MonthGrid(props: MonthGridProps) {
  const { month, days, chosen, bounds, loading, onChoose, onMonth } = props
  const grid = useRef<HTMLTableElement>(null)
  const byDate = new Map(days.map((day) => [day.date, day]))
  const [moved, setMoved] = useState<string | null>(null)
  const [hinted, setHinted] = useState<string | null>(null)
  const toFocus = useRef<string | null>(null)
  const firstFree = days.find(({ free }) => free > 0)?.date
  const stop = [moved, chosen, firstFree, bounds.today].find(
    (date) => date && monthOf(date) === month,
  )

  useEffect(() => {
    if (toFocus.current === null) return
    grid.current?.querySelector<HTMLElement>(`[data-date="${toFocus.current}"]`)?.focus()
    toFocus.current = null
  })

  function go(date: string) {
    const inside = clamp(date, bounds)
    setMoved(inside)
    toFocus.current = inside
    if (monthOf(inside) !== month) onMonth(monthOf(inside))
  }

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const from = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined
    const to = from === undefined ? undefined : destination(event, from)
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }

  const hint = hinted === null ? null : dayState(hinted, byDate.get(hinted), bounds)
  return (
    <div className={styles.month}>
      <table
        ref={grid}
        role="grid"
        aria-label={formatMonth(month)}
        aria-busy={loading}
        className={styles.grid}
        onKeyDown={press}
        onMouseLeave={() => setHinted(null)}
      >
        <thead>
          <tr>
            {weekdays().map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                <span aria-hidden>{short}</span>
                <span className={styles.hidden}>{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, weekStart()).map((week) => (
            <tr key={week.find((date) => date !== null)}>
              {week.map((date, at) =>
                date === null ? (
                  <td key={at} />
                ) : (
                  <Day
                    key={date}
                    date={date}
                    state={dayState(date, byDate.get(date), bounds)}
                    chosen={date === chosen}
                    today={date === bounds.today}
                    stop={date === (stop ?? `${month}-01`)}
                    onChoose={() => {
                      setMoved(null)
                      onChoose(date)
                    }}
                    onHint={() => setHinted(date)}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {/* The days' own names say the same to screen readers. */}
      <p className={styles.hint} aria-hidden>
        {hinted !== null && hint && !hint.bookable && hint.kind !== 'loading'
          ? `${formatPlainDay(hinted)}: ${hint.text}`
          : ' '}
      </p>
    </div>
  )
}

interface DayProps {
  date: string
  state: ReturnType<typeof dayState>
  chosen: boolean
  today: boolean
  stop: boolean
  onChoose: () => void
  onHint: () => void
}

function Day({ date, state, chosen, today, stop, onChoose, onHint }: DayProps) {
  return (
    <td aria-selected={chosen}>
      <button
        type="button"
        data-date={date}
        data-kind={state.kind}
        tabIndex={stop ? 0 : -1}
        aria-disabled={!state.bookable}
        aria-current={today ? 'date' : undefined}
        aria-label={`${formatPlainLongDay(date)}, ${state.text}`}
        className={styles.day}
        onClick={() => (state.bookable ? onChoose() : onHint())}
        onMouseEnter={onHint}
        onFocus={onHint}
      >
        <span>{Number(date.slice(8))}</span>
      </button>
    </td>
  )
}

function destination(event: KeyboardEvent, from: string): string | undefined {
  const column = (Temporal.PlainDate.from(from).dayOfWeek - weekStart() + 7) % 7
  const months = event.shiftKey ? 12 : 1
  switch (event.key) {
    case 'ArrowLeft':
      return addDays(from, -1)
    case 'ArrowRight':
      return addDays(from, 1)
    case 'ArrowUp':
      return addDays(from, -7)
    case 'ArrowDown':
      return addDays(from, 7)
    case 'Home':
      return addDays(from, -column)
    case 'End':
      return addDays(from, 6 - column)
    case 'PageUp':
      return sameDayIn(addMonths(monthOf(from), -months), from)
    case 'PageDown':
      return sameDayIn(addMonths(monthOf(from), months), from)
    default:
      return undefined
  }
}

/** Arrows stay within the months that can be browsed, and may look at the days that have passed in this one. */
function clamp(date: string, { today, last }: Bounds): string {
  const first = `${monthOf(today)}-01`
  const end = sameDayIn(monthOf(last), `${monthOf(last)}-31`)
  return date < first ? first : date > end ? end : date
}
