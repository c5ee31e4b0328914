import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { formatPlainDay } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { ClockNotes } from '../calendar/clock-notes.tsx'
import { LengthPicker } from './length-picker.tsx'
import { BoardWeeks } from '../calendar/board-weeks.tsx'
import { WeeksHeader } from '../../../ui/calendar/weeks-header.tsx'
import { DayBar } from '../zone/day-bar.tsx'
import styles from './slot-chooser.module.css'
import { SlotList } from './slot-list.tsx'
import { SlotsSkeleton } from './slots-skeleton.tsx'
import type { Picker } from './use-picker.ts'
import { ZoneBar } from '../zone/zone-bar.tsx'

// Nearly every expert has a free time.
const NothingFree = lazy(async () => ({
  default: (await import('./nothing-free.tsx')).NothingFree,
}))

export interface SlotChooserProps {
  picker: Picker
  /** What a slot of one's own is called. */
  ownLabel: string
  /** For the expert, whose own clock tells the times: the customer's zone. */
  customerZone?: string | undefined
  onSelect: (startsAt: string) => void
  /** What follows from the choice, below the times. */
  children: ReactNode
}

/**
 * Length, day and start, on the live board: shared by booking and by moving a booking. Where there is room, the calendar
 * stands beside the times, and what follows from the choice stays in sight below them.
 */
export function SlotChooser({
  picker,
  ownLabel,
  customerZone,
  onSelect,
  children,
}: SlotChooserProps) {
  const { expert, zone, minutes, calendar, selected } = picker
  const { board, day } = calendar
  const otherZone = customerZone ?? expert.timeZone
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
    <div className={styles.room}>
      <div ref={chooser} className={styles.chooser}>
        <div className={styles.days}>
          <LengthPicker expert={expert} minutes={minutes} onChange={picker.changeMinutes} />
          <div className={styles.calendar}>
            <WeeksHeader
              from={calendar.from}
              first={calendar.first}
              last={board.bounds.last}
              onFrom={calendar.showFrom}
            />
            <BoardWeeks
              from={calendar.from}
              days={board.days}
              chosen={calendar.date}
              bounds={board.bounds}
              loading={board.status === 'loading'}
              onChoose={chooseDate}
              onFrom={calendar.showFrom}
            />
          </div>
          <ZoneBar
            zone={zone}
            at={at === null ? null : Date.parse(at)}
            there={{ who: customerZone === undefined ? 'Expert' : 'Customer', zone: otherZone }}
          />
          {day && <DayBar day={day} zone={zone} there={otherZone} selected={selected} />}
        </div>
        <div className={styles.times}>
          <div className={styles.starts}>
            {calendar.passed && day && (
              <p role="status" className={styles.note}>
                Nothing is free before {formatPlainDay(day.date)}.
              </p>
            )}
            <Slots picker={picker} />
            {day && board.status !== 'failed' && (
              <SlotList
                key={`${day.date} ${minutes} ${zone} ${board.status}`}
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
            {at !== null && <ClockNotes zones={[zone, otherZone]} at={at} />}
          </div>
          <div className={styles.choice}>{children}</div>
        </div>
      </div>
    </div>
  )
}

/** What stands in the place of the slots when there is no day to show. */
function Slots({ picker: { calendar, expert, minutes, changeMinutes } }: { picker: Picker }) {
  const { board, day, seeking } = calendar
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
      <Suspense>
        <NothingFree
          until={board.bounds.last}
          minutes={minutes}
          others={others}
          onLength={changeMinutes}
        />
      </Suspense>
    )
  }
  return (
    <div className={styles.none}>
      <p>Nothing is free in these weeks.</p>
      <Button size="s" onClick={calendar.seek}>
        Next free time
      </Button>
    </div>
  )
}
