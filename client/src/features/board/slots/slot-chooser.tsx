import { useRef } from 'react'
import { formatMonthName, formatPlainDay } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { ClockNotes } from '../calendar/clock-notes.tsx'
import { LengthPicker } from './length-picker.tsx'
import { BoardMonth } from '../calendar/board-month.tsx'
import { MonthHeader } from '../../../ui/calendar/month-header.tsx'
import { NothingFree } from './nothing-free.tsx'
import styles from './slot-chooser.module.css'
import { SlotList } from './slot-list.tsx'
import { SlotsSkeleton } from './slots-skeleton.tsx'
import type { Picker } from './use-picker.ts'
import { ZoneBar } from '../zone/zone-bar.tsx'

export interface SlotChooserProps {
  picker: Picker
  /** What a slot of one's own is called. */
  ownLabel: string
  /** For the expert, whose own clock tells the times: the customer's zone. */
  customerZone?: string | undefined
  onSelect: (startsAt: string) => void
}

/** Length, day and start, on the live board: shared by booking and by moving a booking. */
export function SlotChooser({ picker, ownLabel, customerZone, onSelect }: SlotChooserProps) {
  const { expert, zone, minutes, calendar, selected } = picker
  const { board, day, month } = calendar
  const chooser = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLElement>(null)

  function chooseDate(date: string) {
    calendar.chooseDate(date)
    // The list of the new day is there after this event: on to it, and Escape leads back.
    requestAnimationFrame(() => {
      const slot = list.current?.querySelector<HTMLElement>('[data-slot][tabindex="0"]')
      const target = slot ?? list.current
      target?.focus({ preventScroll: true })
      list.current?.scrollIntoView({ block: 'nearest' })
    })
  }

  function backToCalendar() {
    chooser.current?.querySelector<HTMLElement>('[data-date][tabindex="0"]')?.focus()
  }

  const at = selected ?? day?.slots[0]?.startsAt ?? null
  return (
    <div ref={chooser} className={styles.chooser}>
      <LengthPicker expert={expert} minutes={minutes} onChange={picker.changeMinutes} />
      <div>
        <MonthHeader
          month={month}
          first={calendar.first}
          last={calendar.last}
          onMonth={calendar.showMonth}
        />
        <BoardMonth
          month={month}
          days={board.days}
          chosen={calendar.date}
          bounds={board.bounds}
          loading={board.status === 'loading'}
          onChoose={chooseDate}
          onMonth={calendar.showMonth}
        />
      </div>
      <ZoneBar
        zone={zone}
        at={at === null ? null : Date.parse(at)}
        there={
          customerZone === undefined
            ? { who: 'Expert', zone: expert.timeZone }
            : { who: 'Customer', zone: customerZone }
        }
      />
      {calendar.passed !== null && day && (
        <p role="status" className={styles.note}>
          Nothing is free in {formatMonthName(calendar.passed)}. The next free time is on{' '}
          {formatPlainDay(day.date)}.
        </p>
      )}
      <Slots picker={picker} />
      {day && board.status !== 'failed' && (
        <SlotList
          ref={list}
          day={day}
          zone={zone}
          selected={selected}
          ownLabel={ownLabel}
          onSelect={onSelect}
          onBack={backToCalendar}
        />
      )}
      {day && day.free === 0 && board.status === 'ready' && (
        <Button size="s" onClick={calendar.seek}>
          Next free time
        </Button>
      )}
      {at !== null && <ClockNotes zones={[zone, customerZone ?? expert.timeZone]} at={at} />}
    </div>
  )
}

/** What stands in the place of the slots when there is no day to show. */
function Slots({ picker: { calendar, expert, minutes, changeMinutes } }: { picker: Picker }) {
  const { board, day, month, seeking } = calendar
  if (board.status === 'failed') {
    return (
      <FailedState
        level={3}
        title="The free times could not be loaded"
        detail={board.problem?.detail ?? board.problem?.title}
        onRetry={board.retry}
        retrying={board.retrying}
      />
    )
  }
  if (day) return null
  if (board.status === 'loading' || seeking) return <SlotsSkeleton />
  if (calendar.nothing) {
    const others = expert.sessionLengths.filter((length) => length !== minutes)
    return (
      <NothingFree
        until={board.bounds.last}
        minutes={minutes}
        others={others}
        onLength={changeMinutes}
      />
    )
  }
  return (
    <div className={styles.none}>
      <p>Nothing is free in {formatMonthName(month)}.</p>
      <Button size="s" onClick={calendar.seek}>
        Next free time
      </Button>
    </div>
  )
}
