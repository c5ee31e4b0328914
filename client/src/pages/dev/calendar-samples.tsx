import { useState } from 'react'
import { type DayLook, MonthGrid } from '../../ui/calendar/month-grid.tsx'
import { DateField } from '../../ui/calendar/date-field.tsx'
import { MonthHeader } from '../../ui/calendar/month-header.tsx'
import styles from './calendar-samples.module.css'
import { Sample, SampleGroup } from './sample.tsx'

const today = '2027-02-10'
const [first, last] = ['2027-02', '2027-04']

/** Features say which kinds of days there are; these three stand for them. */
export function CalendarSamples() {
  const [month, setMonth] = useState(first)
  const [chosen, setChosen] = useState('2027-02-18')
  return (
    <SampleGroup title="Calendar">
      <Sample title="Month">
        <MonthHeader month={month} first={first} last={last} onMonth={setMonth} />
        <MonthGrid
          month={month}
          label="A month"
          today={today}
          first={today}
          last="2027-04-30"
          stops={[chosen, today]}
          className={styles.grid}
          look={(date) => lookOf(date, date === chosen)}
          onChoose={setChosen}
          onMonth={setMonth}
        />
      </Sample>
      <Sample title="Month that is on its way">
        <MonthHeader month="2027-03" first="2027-03" last="2027-03" onMonth={() => undefined} />
        <MonthGrid
          month="2027-03"
          label="A month that is on its way"
          today={today}
          first="2027-03-01"
          stops={[]}
          busy
          className={styles.grid}
          look={() => ({ kind: 'full', says: 'not known yet', choosable: false, chosen: false })}
          onChoose={() => undefined}
          onMonth={() => undefined}
        />
      </Sample>
      <DateSample />
    </SampleGroup>
  )
}

function DateSample() {
  const [from, setFrom] = useState('2027-02-18')
  const [to, setTo] = useState('')
  return (
    <Sample title="Date">
      <DateField label="From" required value={from} today={today} onChange={setFrom} />
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
