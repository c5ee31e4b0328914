import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useEffect, useState } from 'react'
import { dateAt, visitorZone } from '../../../lib/time/time.ts'
import { useTimeSettings } from '../../../lib/time/settings.ts'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { type DayView, type SlotView, slotNow, type ViewContext } from '../feed/board-view.ts'
import { instantText } from '../feed/board-records.ts'
import { useBoardFeed } from '../feed/use-board.ts'
import { type Calendar, useCalendar } from '../calendar/use-calendar.ts'

export interface Picker {
  readonly expert: Expert
  readonly zone: string
  readonly minutes: number
  readonly calendar: Calendar
  /** The chosen start, and how it stands now; gone if it can no longer be booked at all. */
  readonly selected: string | null
  readonly selectedNow: SlotView | null
  readonly select: (startsAt: string | null) => void
  readonly changeMinutes: (minutes: number) => void
}

export interface PickerOptions {
  readonly own: ViewContext['own']
  readonly elsewhere?: ViewContext['elsewhere']
  /** Whose clock times are shown by, where it is not the visitor's choice. */
  readonly zone?: string | undefined
  /** Where the calendar begins, instead of at the next free time. */
  readonly begin?: string | undefined
  /** The same as a date, of which nothing is known: it stands in the address. */
  readonly day?: string | undefined
  readonly minutes?: number | undefined
  /** A start that was chosen before. */
  readonly chosen?: string | undefined
}

/** Choosing a slot: the length, the day and the start, on the live board of one expert. */
export function usePicker(
  expert: Expert,
  { own, elsewhere, begin, day, ...first }: PickerOptions,
): Picker {
  useTimeSettings()
  const zone = first.zone ?? visitorZone()
  // The shortest, as for the next free time that the directory tells.
  const [minutes, setMinutes] = useState(first.minutes ?? Math.min(...expert.sessionLengths))
  const [selected, select] = useState<string | null>(first.chosen ?? null)
  const feed = useBoardFeed(expert)
  const calendar = useCalendar(expert, feed, { minutes, zone, own, elsewhere }, { begin, day })
  const { board } = calendar

  // What is not offered (any more) can't stay chosen: another length, or the expert changed their hours.
  const gone =
    selected !== null && board.status === 'ready' && isMissing(selected, zone, board.days)
  const announce = useAnnounce()
  useEffect(() => {
    if (!gone) return
    announce('The time you chose is no longer available.')
    select(null)
  }, [gone, announce])

  return {
    expert,
    zone,
    minutes,
    calendar,
    selected,
    selectedNow:
      selected === null
        ? null
        : slotNow(spanOf(selected, minutes), minutes, board.known, board.context),
    select,
    changeMinutes: setMinutes,
  }
}

export function spanOf(startsAt: string, minutes: number): { startsAt: string; endsAt: string } {
  return { startsAt, endsAt: instantText(Date.parse(startsAt) + minutes * 60_000) }
}

function isMissing(startsAt: string, zone: string, days: readonly DayView[]): boolean {
  const date = dateAt(Date.parse(startsAt), zone)
  const day = days.find((each) => each.date === date)
  return day !== undefined && !day.slots.some((slot) => slot.startsAt === startsAt)
}
