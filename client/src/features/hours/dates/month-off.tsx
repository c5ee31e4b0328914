import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { addDays, addMonths, monthOf, weeksOf } from '../../../lib/time/month.ts'
import {
  formatMonth,
  formatMonthName,
  formatPlainLongDay,
  weekStart,
} from '../../../lib/time/time.ts'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { weekdays } from '../../../lib/time/weekdays.ts'
import { hoursText, totalText } from '../draft/clock.ts'
import type { HoursState } from '../draft/state.ts'
import styles from './time-off.module.css'
import { hoursOn } from '../draft/week.ts'

export interface MonthOffProps {
  month: string
  hours: HoursState
  today: string
  range: { readonly from: string; readonly to: string }
  onChoose: (date: string) => void
  onMonth: (month: string) => void
}

const arrows: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

/** A month of working days: which ones are off, and which have hours of their own. One stop for Tab. */
export function MonthOff({ month, hours, today, range, onChoose, onMonth }: MonthOffProps) {
  const grid = useRef<HTMLTableElement>(null)
  const toFocus = useRef<string | null>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const stop = [moved, range.from, today].find((date) => date && monthOf(date) === month)
  useEffect(() => {
    if (toFocus.current === null) return
    grid.current?.querySelector<HTMLElement>(`[data-day="${toFocus.current}"]`)?.focus()
    toFocus.current = null
  })

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const from = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined
    const step = arrows[event.key]
    if (from === undefined || step === undefined) return
    event.preventDefault()
    const to = addDays(from, step)
    if (to < today) return
    setMoved(to)
    toFocus.current = to
    if (monthOf(to) !== month) onMonth(monthOf(to))
  }

  return (
    <div>
      <div className={styles.monthHead}>
        <h3 aria-live="polite">{formatMonth(month)}</h3>
        <IconButton
          label={`Show ${formatMonthName(addMonths(month, -1))}`}
          icon={<ChevronLeft size={20} aria-hidden />}
          aria-disabled={month <= monthOf(today)}
          onClick={() => month > monthOf(today) && onMonth(addMonths(month, -1))}
        />
        <IconButton
          label={`Show ${formatMonthName(addMonths(month, 1))}`}
          icon={<ChevronRight size={20} aria-hidden />}
          onClick={() => onMonth(addMonths(month, 1))}
        />
      </div>
      <table
        ref={grid}
        role="grid"
        aria-label={`Hours in ${formatMonth(month)}`}
        className={styles.grid}
        onKeyDown={press}
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
                    hours={hours}
                    today={today}
                    chosen={range.from <= date && date <= range.to}
                    stop={date === (stop ?? `${month}-01`)}
                    onChoose={() => {
                      setMoved(null)
                      onChoose(date)
                    }}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.legend} aria-hidden>
        <li data-kind="weekly">Weekly hours</li>
        <li data-kind="other">Other hours</li>
        <li data-kind="off">Off</li>
      </ul>
    </div>
  )
}

interface DayProps {
  date: string
  hours: HoursState
  today: string
  chosen: boolean
  stop: boolean
  onChoose: () => void
}

function Day({ date, hours, today, chosen, stop, onChoose }: DayProps) {
  const own = hours.exceptions.some((exception) => exception.date === date)
  const there = hoursOn(date, hours)
  const kind = there.length === 0 ? (own ? 'off' : 'free') : own ? 'other' : 'weekly'
  const says = there.length === 0 ? (own ? 'time off' : 'no hours') : hoursText(there)
  return (
    <td aria-selected={chosen}>
      <button
        type="button"
        data-day={date}
        data-kind={kind}
        tabIndex={stop ? 0 : -1}
        aria-disabled={date < today}
        aria-current={date === today ? 'date' : undefined}
        aria-label={`${formatPlainLongDay(date)}, ${says}`}
        className={styles.date}
        onClick={() => date >= today && onChoose()}
      >
        <span>{Number(date.slice(8))}</span>
        <small aria-hidden>{kind === 'free' ? '–' : totalText(there)}</small>
      </button>
    </td>
  )
}
