import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { useState, type FormEvent } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { DateField } from '../../../ui/calendar/date-field.tsx'
import { Segmented } from '../../../ui/form/segmented.tsx'
import { datesBetween } from '../draft/exceptions.ts'
import { dayFaults } from '../draft/faults.ts'
import type { HoursState } from '../draft/state.ts'
import styles from './dates-form.module.css'
import { hoursOn } from '../draft/week.ts'
import { WindowFields } from '../week/window-fields.tsx'

interface Range {
  readonly from: string
  readonly to: string
}

export interface DatesFormProps {
  range: Range
  today: string
  hours: HoursState
  onRange: (range: Range) => void
  /** No hours: time off; `null`: as every week. */
  onApply: (own: readonly Hours[] | null) => void
}

const kinds = [
  { value: 'off', label: 'Off' },
  { value: 'other', label: 'Other hours' },
  { value: 'weekly', label: 'As usual' },
] as const
type Kind = (typeof kinds)[number]['value']

/** What is usually wanted: another change of hours that are the day's own already, else time off. */
function kindOn(date: string, { exceptions }: HoursState): Kind {
  const own = exceptions.find((exception) => exception.date === date)
  return own !== undefined && own.hours.length > 0 ? 'other' : 'off'
}

/** What a date or a range of dates shall be. */
export function DatesForm({ range, today, hours, onRange, onApply }: DatesFormProps) {
  const [seen, setSeen] = useState(range)
  const [kind, setKind] = useState<Kind>(() => kindOn(range.from, hours))
  const [windows, setWindows] = useState<readonly Hours[]>(() => hoursOn(range.from, hours))
  if (seen.from !== range.from || seen.to !== range.to) {
    setSeen(range)
    setKind(kindOn(range.from, hours))
    setWindows(hoursOn(range.from, hours))
  }
  const faults = new Map(kind === 'other' ? dayFaults(windows, '#') : [])
  const count = datesBetween(range.from, range.to).length

  function apply(event: FormEvent) {
    event.preventDefault()
    if (faults.size > 0 || count === 0) return
    onApply(kind === 'weekly' ? null : kind === 'off' ? [] : windows)
  }

  return (
    <form className={styles.form} onSubmit={apply}>
      <div className={styles.range}>
        <DateField
          label="From"
          required
          today={today}
          min={today}
          value={range.from}
          onChange={(from) => onRange({ from, to: from > range.to ? from : range.to })}
        />
        <DateField
          label="To"
          required
          today={today}
          min={range.from}
          value={range.to}
          onChange={(to) => onRange({ ...range, to })}
        />
      </div>
      <Segmented legend="On these dates" options={kinds} value={kind} onChange={setKind} />
      {kind === 'other' && (
        <WindowFields
          name="These dates"
          hours={windows}
          faults={faults}
          pointer="#"
          onChange={setWindows}
        />
      )}
      <Button type="submit" disabled={count === 0 || (kind === 'other' && windows.length === 0)}>
        {count > 1 ? `Set for ${count} days` : 'Set for this day'}
      </Button>
    </form>
  )
}
