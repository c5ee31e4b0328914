import { useState } from 'react'
import { weekOf } from '../../lib/time/weeks.ts'
import { DateField } from '../../ui/calendar/date-field.tsx'
import { type DayLook, WeekGrid } from '../../ui/calendar/week-grid.tsx'
import { WeeksHeader } from '../../ui/calendar/weeks-header.tsx'
import styles from './calendar-samples.module.css'
import { TimeField } from '../../ui/calendar/time-input.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const today = '2027-02-10'
const last = '2027-04-20'

/** Features say which kinds of days there are; these three stand for them. */
export function CalendarSamples() {
  const first = weekOf(today)
  const [from, setFrom] = useState(first)
  const [chosen, setChosen] = useState('2027-02-18')
  return (
    <SampleGroup title="Calendar">
      <Sample title="Weeks">
        <WeeksHeader from={from} first={first} last={last} onFrom={setFrom} />
        <WeekGrid
          from={from}
          label="Weeks"
          today={today}
          first={today}
          last={last}
          stops={[chosen, today]}
          className={styles.grid}
          look={(date) => lookOf(date, date === chosen)}
          onChoose={setChosen}
          onFrom={setFrom}
        />
      </Sample>
      <Sample title="Weeks that are on their way">
        <WeeksHeader from={first} first={first} last={last} onFrom={() => undefined} />
        <WeekGrid
          from={first}
          label="Weeks that are on their way"
          today={today}
          first={first}
          stops={[]}
          busy
          className={styles.grid}
          look={() => ({ kind: 'full', says: 'not known yet', choosable: false, chosen: false })}
          onChoose={() => undefined}
          onFrom={() => undefined}
        />
      </Sample>
      <DateSample />
    </SampleGroup>
  )
}

function DateSample() {
  const [from, setFrom] = useState('2027-02-18')
  const [to, setTo] = useState('')
  const [at, setAt] = useState('17:30')
  return (
    <Sample title="Date and time">
      <DateField label="From" required value={from} today={today} onChange={setFrom} />
      <TimeField label="At" value={at} onChange={setAt} />
      <DateField
        label="To"
        placeholder="Any day"
        value={to}
        today={today}
        min={from}
        onChange={setTo}
      />
    </Sample>
  )
}

function lookOf(date: string, chosen: boolean): DayLook {
  const day = Number(date.slice(8))
  if (date < today) return { kind: 'past', says: 'past', choosable: false, chosen }
  if (day % 7 === 0) return { kind: 'full', says: 'nothing free', choosable: false, chosen }
  const free = (day % 4) + 1
  return {
    kind: 'free',
    says: free === 1 ? '1 free time' : `${free} free times`,
    choosable: true,
    chosen,
    detail: <small aria-hidden>{free} free</small>,
  }
}
