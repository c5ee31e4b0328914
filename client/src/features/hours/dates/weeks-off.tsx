import { monthOf } from '../../../lib/time/month.ts'
import { formatMonth } from '../../../lib/time/time.ts'
import { type DayLook, MonthGrid } from '../../../ui/calendar/month-grid.tsx'
import { MonthHeader } from '../../../ui/calendar/month-header.tsx'
import { hoursText, totalText } from '../draft/clock.ts'
import type { HoursState } from '../draft/state.ts'
import { hoursOn } from '../draft/week.ts'
import styles from './month-off.module.css'

export interface MonthOffProps {
  month: string
  hours: HoursState
  today: string
  range: { readonly from: string; readonly to: string }
  onChoose: (date: string) => void
  onMonth: (month: string) => void
}

/** A month of working days: which ones are off, and which have hours of their own. */
export function MonthOff({ month, hours, today, range, onChoose, onMonth }: MonthOffProps) {
  return (
    <div>
      <MonthHeader month={month} first={monthOf(today)} onMonth={onMonth} />
      <MonthGrid
        month={month}
        label={`Hours in ${formatMonth(month)}`}
        today={today}
        first={today}
        stops={[range.from, today]}
        className={styles.grid}
        look={(date) => ({
          ...hoursLook(date, hours),
          choosable: date >= today,
          chosen: range.from <= date && date <= range.to,
        })}
        onChoose={onChoose}
        onMonth={onMonth}
      />
      <ul className={styles.legend} aria-hidden>
        <li data-kind="weekly">Weekly hours</li>
        <li data-kind="other">Other hours</li>
        <li data-kind="off">Off</li>
      </ul>
    </div>
  )
}

function hoursLook(date: string, hours: HoursState): Pick<DayLook, 'kind' | 'says' | 'detail'> {
  const own = hours.exceptions.some((exception) => exception.date === date)
  const there = hoursOn(date, hours)
  if (there.length > 0) {
    const detail = <small aria-hidden>{totalText(there)}</small>
    return { kind: own ? 'other' : 'weekly', says: hoursText(there), detail }
  }
  return own
    ? { kind: 'off', says: 'time off', detail: <small aria-hidden>{totalText(there)}</small> }
    : { kind: 'free', says: 'no hours', detail: <small aria-hidden>–</small> }
}
