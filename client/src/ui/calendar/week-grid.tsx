import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { addDays, addMonths, monthOf, sameDayIn } from '../../lib/time/month.ts'
import { formatMonthName, formatPlainLongDay, weekdays } from '../../lib/time/time.ts'
import { laterWeeks, weekOf, weeksFrom, weeksWith } from '../../lib/time/weeks.ts'
import { VisuallyHidden } from '../display/visually-hidden.tsx'
import { cx } from '../style/cx.ts'
import styles from './week-grid.module.css'

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

export interface WeekGridProps {
  /** The first day that is shown. */
  from: string
  label: string
  today: string
  /** Arrows stay between these dates. */
  first: string
  last?: string | undefined
  /** Where Tab stops: the first of these dates that is shown. */
  stops: readonly (string | null | undefined)[]
  busy?: boolean
  /** Styles the days: `.grid button[data-kind='free']`. */
  className: string | undefined
  look: (date: string) => DayLook
  onChoose: (date: string) => void
  /** The weeks from another day on are wanted. */
  onFrom: (from: string) => void
  /** A day is pointed at or has the focus, or with `null` none is. */
  onPoint?: (date: string | null) => void
}

/**
 * Some weeks as an ARIA grid: one stop for Tab, arrows inside, every day says its date and how it stands. They roll on from
 * this week, so that none of it is a month that is over.
 */
export function WeekGrid(props: WeekGridProps) {
  const { from, label, today, last, stops, busy, className, look } = props
  const { onChoose, onFrom, onPoint } = props
  const weeks = weeksFrom(from, last)
  const isShown = (date: string) => date >= from && date < laterWeeks(from, 1)
  const grid = useRef<HTMLTableElement>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const toFocus = useRef<string | null>(null)
  const stop = [moved, ...stops].find((date) => date && isShown(date))

  useEffect(() => {
    if (toFocus.current === null) return
    grid.current?.querySelector<HTMLElement>(`[data-date="${toFocus.current}"]`)?.focus()
    toFocus.current = null
  })

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const at = event.target instanceof HTMLElement ? event.target.dataset['date'] : undefined
    const wanted = at === undefined ? undefined : destination(event, at)
    if (wanted === undefined) return
    event.preventDefault()
    const to = clamp(wanted, props)
    setMoved(to)
    toFocus.current = to
    if (!isShown(to)) onFrom(weeksWith(to, today))
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
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <Day
                key={date}
                date={date}
                look={look(date)}
                today={date === today}
                stop={date === (stop ?? from)}
                onChoose={choose}
                onPoint={onPoint}
              />
            ))}
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
  onPoint: WeekGridProps['onPoint']
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
        {date.endsWith('-01') && (
          <small aria-hidden translate="no" className={styles.month}>
            {formatMonthName(date)}
          </small>
        )}
        <span translate="no">{Number(date.slice(8))}</span>
        {detail}
      </button>
    </td>
  )
}

function destination(event: KeyboardEvent, from: string): string | undefined {
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
      return weekOf(from)
    case 'End':
      return addDays(weekOf(from), 6)
    case 'PageUp':
      return sameDayIn(addMonths(monthOf(from), -months), from)
    case 'PageDown':
      return sameDayIn(addMonths(monthOf(from), months), from)
    default:
      return undefined
  }
}

function clamp(date: string, { first, last }: Pick<WeekGridProps, 'first' | 'last'>): string {
  if (date < first) return first
  return last !== undefined && date > last ? last : date
}
