import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useEffect, useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { dateAt } from '../../../lib/time/time.ts'
import type { BoardFeed } from '../feed/board-feed.ts'
import type { DayView } from '../feed/board-view.ts'
import { addMonths, boundsOf, isDate, monthOf, startOfDay } from '../../../lib/time/month.ts'
import { type BoardAsk, type BoardView, useBoard } from '../feed/use-board.ts'

/** Where the calendar stands. The day is kept as an instant, so that another zone shows the day that holds it. */
interface Place {
  /** Unset: the month of the anchor. */
  readonly month?: string
  readonly anchor: string | null
  /** Going forward month by month until something is free. */
  readonly seeking: boolean
  /** Where the search began, to say what it passed over. */
  readonly from?: string
  /** Searched to the end: nothing. */
  readonly nothing?: boolean
}

export interface Calendar {
  readonly board: BoardView
  readonly month: string
  /** The chosen day, if it lies in the month that is shown. */
  readonly day: DayView | undefined
  readonly date: string | null
  readonly first: string
  readonly last: string
  readonly seeking: boolean
  /** The month that the search for a free time began in, if it ended in another one. */
  readonly passed: string | null
  readonly nothing: boolean
  readonly chooseDate: (date: string) => void
  readonly showMonth: (month: string) => void
  readonly showInstant: (instant: string) => void
  /** Goes to the next free time behind what is shown. */
  readonly seek: () => void
}

/** Where the calendar begins: at an instant, else at a date, which may be nonsense; else at the next free time. */
interface Beginning {
  readonly begin?: string | undefined
  readonly day?: string | undefined
}

export function useCalendar(
  expert: Expert,
  feed: BoardFeed,
  ask: Omit<BoardAsk, 'month'>,
  begin: Beginning,
): Calendar {
  const { zone } = ask
  const [place, setPlace] = useState<Place>(() => firstPlace(expert, zone, begin))
  const date = place.anchor === null ? null : dateAt(Date.parse(place.anchor), zone)
  const bounds = boundsOf(expert, zone, serverNow())
  const month = place.month ?? monthOf(date ?? bounds.today)
  const board = useBoard(expert, feed, { ...ask, month })
  const lastMonth = monthOf(bounds.last)

  const ready = board.status === 'ready'
  const firstFree = firstFreeOf(board.days)
  useEffect(() => {
    if (!ready || place.anchor !== null) return
    if (firstFree !== null) setPlace({ anchor: firstFree, seeking: false, ...fromOf(place) })
    else if (place.seeking && month < lastMonth) {
      setPlace((before) => ({ ...before, month: addMonths(month, 1) }))
    } else if (place.seeking) {
      setPlace({ month: place.from ?? month, anchor: null, seeking: false, nothing: true })
    }
  }, [ready, place, firstFree, month, lastMonth])

  return {
    board,
    month,
    date,
    day: board.days.find((day) => day.date === date),
    first: monthOf(bounds.today),
    last: lastMonth,
    seeking: place.seeking,
    passed: place.from !== undefined && place.from < month ? place.from : null,
    nothing: place.nothing === true && firstFree === null,
    chooseDate: (chosen) => {
      const day = board.days.find((each) => each.date === chosen)
      const anchor =
        firstFreeOf(day ? [day] : []) ?? day?.slots[0]?.startsAt ?? noonOf(chosen, zone)
      setPlace({ anchor, seeking: false })
    },
    showMonth: (shown) => setPlace({ month: shown, anchor: null, seeking: false }),
    showInstant: (anchor) => setPlace({ anchor, seeking: false }),
    seek: () => {
      const later = firstFreeOf(board.days.filter((day) => date !== null && day.date > date))
      if (later !== null) return setPlace({ anchor: later, seeking: false })
      const next = month < lastMonth ? addMonths(month, 1) : monthOf(bounds.today)
      setPlace({ month: next, from: month, anchor: null, seeking: true })
    },
  }
}

function firstPlace(expert: Expert, zone: string, { begin, day = '' }: Beginning): Place {
  if (begin !== undefined) return { anchor: begin, seeking: false }
  const { today, last } = boundsOf(expert, zone, serverNow())
  if (isDate(day) && day >= today && day <= last) {
    return { anchor: noonOf(day, zone), seeking: false }
  }
  const current = monthOf(dateAt(serverNow(), zone))
  const next =
    expert.nextFreeAt === null ? current : monthOf(dateAt(Date.parse(expert.nextFreeAt), zone))
  return { month: next > current ? next : current, from: current, anchor: null, seeking: true }
}

function noonOf(date: string, zone: string): string {
  return new Date(startOfDay(date, zone) + 12 * 60 * 60_000).toISOString()
}

function firstFreeOf(days: readonly DayView[]): string | null {
  for (const { slots } of days) {
    const free = slots.find(({ state }) => state === 'free')
    if (free) return free.startsAt
  }
  return null
}

function fromOf({ from }: Place): Pick<Place, 'from'> {
  return from === undefined ? {} : { from }
}
