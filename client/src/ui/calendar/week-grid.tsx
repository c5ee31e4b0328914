import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { addDays, addMonths, monthOf, sameDayIn, weeksOf } from '../../lib/time/month.ts'
import { formatPlainLongDay, weekdays, weekStart } from '../../lib/time/time.ts'
import { VisuallyHidden } from '../display/visually-hidden.tsx'
import { cx } from '../style/cx.ts'
import styles from './month-grid.module.css'

/** How one day shows. */
export interface DayLook {
  /** For the style sheet: `data-kind` of the day's button. */
  readonly kind: string
  /** Follows the date in the day's name: "3 free times". Nothing, where there is nothing to say. */
  readonly says: string
  readonly choosable: boolean
  readonly chosen: boolean
  /** Below the number of the day. */
  readonly detail?: ReactNode
}

export interface MonthGridProps {
  /** `2026-11`. */
  month: string
  label: string
  today: string
  /** Arrows stay between these dates. */
  first: string
  last?: string | undefined
  /** Where Tab stops: the first of these dates that lies in the month. */
  stops: readonly (string | null | undefined)[]
  busy?: boolean
  /** Styles the days: `.grid button[data-kind='free']`. */
  className: string | undefined
  look: (date: string) => DayLook
  onChoose: (date: string) => void
  onMonth: (month: string) => void
  /** A day is pointed at or has the focus, or with `null` none is. */
  onPoint?: (date: string | null) => void
}

/** A month as an ARIA grid: one stop for Tab, arrows inside, every day says its date and how it stands. */
export function MonthGrid(props: MonthGridProps) {
  const { month, label, today, stops, busy, className, look, onChoose, onMonth, onPoint } = props
  const grid = useRef<HTMLTableElement>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const toFocus = useRef<string | null>(null)
  const stop = [moved, ...stops].find((date) => date && monthOf(date) === month)

  useEffect(() => {
    if (toFocus.current === null) return
    grid.current?.querySelector<HTMLElement>(`[data-date="${toFocus.current}"]`)?.focus()
    toFocus.current = null
  })

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const from = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined
    const wanted = from === undefined ? undefined : destination(event, from)
    if (wanted === undefined) return
    event.preventDefault()
    const to = clamp(wanted, props)
    setMoved(to)
    toFocus.current = to
    if (monthOf(to) !== month) onMonth(monthOf(to))
  }

  function choose(date: string, choosable: boolean) {
    // Not every browser gives a pressed button the focus.
    if (!choosable) return onPoint?.(date)
    setMoved(null)
    onChoose(date)
  }

  return (
    <table
      ref={grid}
      role="grid"
      aria-label={label}
      aria-busy={busy}
      className={cx(styles.grid, className)}
      onKeyDown={press}
      onMouseLeave={() => onPoint?.(null)}
    >
      <thead>
        <tr>
          {weekdays().map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              <span aria-hidden>{short}</span>
              <VisuallyHidden>{long}</VisuallyHidden>
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
                  look={look(date)}
                  today={date === today}
                  stop={date === (stop ?? `${month}-01`)}
                  onChoose={choose}
                  onPoint={onPoint}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  date: string
  look: DayLook
  today: boolean
  stop: boolean
  onChoose: (date: string, choosable: boolean) => void
  onPoint: MonthGridProps['onPoint']
}

function Day({ date, look, today, stop, onChoose, onPoint }: DayProps) {
  const { kind, says, choosable, chosen, detail } = look
  return (
    <td aria-selected={chosen}>
      <button
        type="button"
        data-date={date}
        data-kind={kind}
        tabIndex={stop ? 0 : -1}
        aria-disabled={!choosable}
        aria-current={today ? 'date' : undefined}
        aria-label={says === '' ? formatPlainLongDay(date) : `${formatPlainLongDay(date)}, ${says}`}
        onClick={() => onChoose(date, choosable)}
        onMouseEnter={() => onPoint?.(date)}
        onFocus={() => onPoint?.(date)}
      >
        <span translate="no">{Number(date.slice(8))}</span>
        {detail}
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

function clamp(date: string, { first, last }: Pick<MonthGridProps, 'first' | 'last'>): string {
  if (date < first) return first
  return last !== undefined && date > last ? last : date
}
