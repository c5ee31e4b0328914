import type { Exception, Hours } from '@expertconnect/contract/schedules/shapes'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { dateAt, formatPlainDay } from '../../../lib/time/time.ts'
import { weekOf, weeksWith } from '../../../lib/time/weeks.ts'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { hoursText } from '../draft/clock.ts'
import { DatesForm } from './dates-form.tsx'
import { datesBetween, type Stay, staysFrom, withDates } from '../draft/exceptions.ts'
import { type Faults, faultAt } from '../draft/faults.ts'
import type { HoursState } from '../draft/state.ts'
import { WeeksOff } from './weeks-off.tsx'
import styles from './time-off.module.css'

export interface TimeOffProps {
  hours: HoursState
  faults: Faults
  onChange: (exceptions: Exception[]) => void
}

/** Dates with hours of their own, or none: chosen on a calendar or typed, and listed. */
export function TimeOff({ hours, faults, onChange }: TimeOffProps) {
  const today = dateAt(serverNow(), hours.timeZone)
  const [range, setRange] = useState({ from: today, to: today })
  const [from, setFrom] = useState(weekOf(today))
  const { exceptions } = hours
  const stays = staysFrom(exceptions, today)

  /** A second press, later than the first one, ends the range; any other begins one. */
  function choose(date: string) {
    setRange(({ from, to }) =>
      from === to && date > from ? { from, to: date } : { from: date, to: date },
    )
  }

  function apply(own: readonly Hours[] | null, { from, to } = range) {
    onChange(withDates(exceptions, datesBetween(from, to), own))
  }

  return (
    <div className={styles.off}>
      <WeeksOff
        from={from}
        hours={hours}
        today={today}
        range={range}
        onChoose={choose}
        onFrom={setFrom}
      />
      <div className={styles.side}>
        <DatesForm
          range={range}
          today={today}
          hours={hours}
          onRange={(next) => {
            setRange(next)
            setFrom(weeksWith(next.from, today))
          }}
          onApply={apply}
        />
        {stays.length > 0 && (
          <ul className={styles.stays} aria-label="Dates with hours of their own">
            {stays.map((stay) => (
              <li key={stay.from} className={styles.stay}>
                <span>
                  <strong>{stayName(stay)}</strong>
                  <span>{stay.hours.length === 0 ? 'Off' : hoursText(stay.hours)}</span>
                </span>
                <IconButton
                  label={`Back to weekly hours: ${stayName(stay)}`}
                  icon={<Trash2 size={18} aria-hidden />}
                  onClick={() => apply(null, stay)}
                />
              </li>
            ))}
          </ul>
        )}
        {faultAt(faults, '#/exceptions') !== undefined && (
          <p role="alert" className={styles.fault}>
            {faultAt(faults, '#/exceptions')}
          </p>
        )}
      </div>
    </div>
  )
}

function stayName({ from, to }: Stay): string {
  return from === to ? formatPlainDay(from) : `${formatPlainDay(from)} – ${formatPlainDay(to)}`
}
