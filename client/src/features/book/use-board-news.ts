import { useEffect, useEffectEvent, useRef } from 'react'
import { formatPlainDay, formatTime } from '../../lib/time/time.ts'
import type { DayView, SlotViewState } from '../board/feed/board-view.ts'

type States = ReadonlyMap<string, SlotViewState>

interface Seen {
  /** What the states are of: another day, length or zone is no news. */
  readonly of: string
  readonly states: States
}

/** Changes settle before they are told, so that one's own hold is known as such and ten changes are one message. */
const settle = 1500
const pause = 6000

/** Tells what others did to the slots of the day that is looked at: politely, and not too often. */
export function useBoardNews(
  day: DayView | undefined,
  view: { minutes: number; zone: string; ready: boolean },
  tell: (news: string) => void,
): void {
  const told = useRef<Seen | null>(null)
  const lastTold = useRef(0)
  const of = `${day?.date} ${view.minutes} ${view.zone}`
  const states = new Map(day?.slots.map(({ startsAt, state }) => [startsAt, state]))
  const print = JSON.stringify([...states])

  const report = useEffectEvent(() => {
    const news = told.current
      ? newsOf(told.current.states, states, view.zone, day?.date ?? '')
      : null
    told.current = { of, states }
    if (news === null) return
    lastTold.current = Date.now()
    tell(news)
  })

  useEffect(() => {
    if (!view.ready) return
    if (told.current?.of !== of) {
      told.current = { of, states: new Map(JSON.parse(print) as [string, SlotViewState][]) }
      return
    }
    const wait = Math.max(settle, lastTold.current + pause - Date.now())
    const timer = setTimeout(report, wait)
    return () => clearTimeout(timer)
  }, [of, print, view.ready])
}

const noNews: ReadonlySet<SlotViewState> = new Set(['yours', 'elsewhere', 'closed'])

/** What changed, in a sentence; nothing if it was time alone. */
export function newsOf(before: States, after: States, zone: string, date: string): string | null {
  const changes = [...after].filter(([startsAt, state]) => {
    const was = before.get(startsAt)
    if (was === undefined || was === state) return false
    return ![was, state].some((each) => noNews.has(each))
  })
  const [first] = changes
  if (!first) return null
  if (changes.length > 1)
    return `${changes.length} times on ${formatPlainDay(date)} have just changed`
  const [startsAt, state] = first
  const time = formatTime(startsAt, zone)
  if (state === 'taken') return `${time} was just taken`
  return state === 'held' ? `${time} is being held by someone` : `${time} is free again`
}
