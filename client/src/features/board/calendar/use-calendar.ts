import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useEffect, useState } from 'react'
import { firstWaking } from '../../../lib/time/day-part.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { dateAt } from '../../../lib/time/time.ts'
import type { BoardFeed } from '../feed/board-feed.ts'
import type { DayView } from '../feed/board-view.ts'
import { addDays, boundsOf, isDate, startOfDay } from '../../../lib/time/month.ts'
import { laterWeeks, weekOf, weeksWith } from '../../../lib/time/weeks.ts'
import { type BoardAsk, type BoardView, useBoard } from '../feed/use-board.ts'

/** Where the calendar stands. The day is kept as an instant, so that another zone shows the day that holds it. */
interface Place {
  /** The first day that is shown; unset: the weeks of the anchor. */
  readonly shown?: string
  readonly anchor: string | null
  /** Going forward some weeks at a time until something is free. */
  readonly seeking: boolean
  /** Where the search began, to say what it passed over. */
  readonly from?: string
  /** Searched to the end: nothing. */
  readonly nothing?: boolean
}

export interface Calendar {
  readonly board: BoardView
  /** The first day that is shown. */
  readonly from: string
  /** The chosen day, if it is shown. */
  readonly day: DayView | undefined
  readonly date: string | null
  readonly first: string
  readonly last: string
  readonly seeking: boolean
  /** The search for a free time went past all of the weeks that it began in. */
  readonly passed: boolean
  readonly nothing: boolean
  readonly chooseDate: (date: string) => void
  readonly showFrom: (from: string) => void
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
  ask: Omit<BoardAsk, 'shown'>,
  begin: Beginning,
): Calendar {
  const { zone } = ask
  const [place, setPlace] = useState<Place>(() => firstPlace(expert, zone, begin))
  const date = place.anchor === null ? null : dateAt(Date.parse(place.anchor), zone)
  const bounds = boundsOf(expert, zone, serverNow())
  const first = weekOf(bounds.today)
  const last = weeksWith(bounds.last, bounds.today)
  // Weeks that ended while they were looked at are over.
  const from = laterOf(place.shown ?? weeksWith(date ?? bounds.today, bounds.today), first)
  const board = useBoard(expert, feed, {
    ...ask,
    shown: { from, to: addDays(laterWeeks(from, 1), -1) },
  })

  const ready = board.status === 'ready'
  const firstFree = bestFreeOf(board.days, zone)
  useEffect(() => {
    if (!ready || place.anchor !== null) return
    if (firstFree !== null) setPlace({ anchor: firstFree, seeking: false, ...fromOf(place) })
    else if (place.seeking && from < last) {
      setPlace((before) => ({ ...before, shown: laterWeeks(from, 1) }))
    } else if (place.seeking) {
      setPlace({ shown: place.from ?? from, anchor: null, seeking: false, nothing: true })
    }
  }, [ready, place, firstFree, from, last])

  return {
    board,
    from,
    date,
    day: board.days.find((day) => day.date === date),
    first,
    last,
    seeking: place.seeking,
    passed: place.from !== undefined && place.from < from,
    nothing: place.nothing === true && firstFree === null,
    chooseDate: (chosen) => {
      const day = board.days.find((each) => each.date === chosen)
      const anchor =
        bestFreeOf(day ? [day] : [], zone) ?? day?.slots[0]?.startsAt ?? noonOf(chosen, zone)
      setPlace({ anchor, seeking: false })
    },
    showFrom: (shown) => setPlace({ shown, anchor: null, seeking: false }),
    showInstant: (anchor) => setPlace({ anchor, seeking: false }),
    seek: () => {
      const later = bestFreeOf(
        board.days.filter((day) => date !== null && day.date > date),
        zone,
      )
      if (later !== null) return setPlace({ anchor: later, seeking: false })
      const next = from < last ? laterWeeks(from, 1) : first
      setPlace({ shown: next, from, anchor: null, seeking: true })
    },
  }
}

function firstPlace(expert: Expert, zone: string, { begin, day = '' }: Beginning): Place {
  if (begin !== undefined) return { anchor: begin, seeking: false }
  const { today, last } = boundsOf(expert, zone, serverNow())
  if (isDate(day) && day >= today && day <= last) {
    return { anchor: noonOf(day, zone), seeking: false }
  }
  const from = weekOf(today)
  const { nextFreeAt } = expert
  const next = nextFreeAt === null ? today : dateAt(Date.parse(nextFreeAt), zone)
  return { shown: laterOf(weeksWith(next, today), from), from, anchor: null, seeking: true }
}

const laterOf = (one: string, other: string): string => (one > other ? one : other)

function noonOf(date: string, zone: string): string {
  return new Date(startOfDay(date, zone) + 12 * 60 * 60_000).toISOString()
}

/** Where somebody who has not chosen is led: to a time at which they are up, if there is one soon. */
function bestFreeOf(days: readonly DayView[], zone: string): string | null {
  const free = days.flatMap(({ slots }) => slots.filter(({ state }) => state === 'free'))
  return firstWaking(
    free.map(({ startsAt }) => startsAt),
    zone,
  )
}

function fromOf({ from }: Place): Pick<Place, 'from'> {
  return from === undefined ? {} : { from }
}
