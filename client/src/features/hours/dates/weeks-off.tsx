import { weekOf } from '../../../lib/time/weeks.ts'
import { type DayLook, WeekGrid } from '../../../ui/calendar/week-grid.tsx'
import { monthsFrom, WeeksHeader } from '../../../ui/calendar/weeks-header.tsx'
import { hoursText, shortTotal } from '../draft/clock.ts'
import type { HoursState } from '../draft/state.ts'
import { hoursOn } from '../draft/week.ts'
import styles from './weeks-off.module.css'

export interface WeeksOffProps {
  /** The first day that is shown. */
  from: string
  hours: HoursState
  today: string
  range: { readonly from: string; readonly to: string }
  onChoose: (date: string) => void
  onFrom: (from: string) => void
}

/** Weeks of working days: which ones are off, and which have hours of their own. */
export function WeeksOff({ from, hours, today, range, onChoose, onFrom }: WeeksOffProps) {
  return (
    <div>
      <WeeksHeader from={from} first={weekOf(today)} onFrom={onFrom} />
      <WeekGrid
        from={from}
        label={`Hours in ${monthsFrom(from)}`}
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
        onFrom={onFrom}
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
    const detail = <small aria-hidden>{shortTotal(there)}</small>
    return { kind: own ? 'other' : 'weekly', says: hoursText(there), detail }
  }
  return own
    ? { kind: 'off', says: 'time off', detail: <small aria-hidden>{shortTotal(there)}</small> }
    : { kind: 'free', says: 'no hours', detail: <small aria-hidden>–</small> }
}
