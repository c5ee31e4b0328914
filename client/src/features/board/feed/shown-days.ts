import type { Board, BoardDay } from '@expertconnect/contract/boards/shapes'
import type { FirstBoard } from '@expertconnect/contract/first-data'
import { addDays, startOfDay } from '../../../lib/time/month.ts'
import { dateAt } from '../../../lib/time/time.ts'

export interface Dates {
  readonly from: string
  readonly to: string
}

/**
 * What is asked for to show these dates: a day more on both sides. The server's rules of a zone may be older or newer
 * than this browser's, and what it counts to the day beside may belong to the first or the last one here.
 */
export function askedDates({ from, to }: Dates): Dates {
  return { from: addDays(from, -1), to: addDays(to, 1) }
}

/** What is shown of a board, and what was asked for to show it. */
export interface ShownBoard extends Omit<Board, 'now'> {
  readonly asked: Dates & { readonly timeZone: string }
}

/** The board of these dates, each slot under the day that this browser prints for it. */
export function fileByShownDay(
  board: Omit<Board, 'now'>,
  { from, to }: Dates,
  timeZone = board.timeZone,
): ShownBoard {
  const byDate = new Map<string, BoardDay['slots']>()
  for (const slot of board.days.flatMap(({ slots }) => slots)) {
    const date = dateAt(Date.parse(slot.startsAt), timeZone)
    byDate.set(date, [...(byDate.get(date) ?? []), slot])
  }
  const days = board.days
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, reason, slots: listed }): BoardDay => {
      const slots = byDate.get(date) ?? []
      if (slots.length > 0) return { date, slots }
      return { date, slots, reason: reason ?? (listed.length > 0 ? 'no_hours' : 'inside_notice') }
    })
  const [first, last] = [board.days[0]?.date ?? from, board.days.at(-1)?.date ?? to]
  const asked = { from: first, to: last, timeZone: board.timeZone }
  return { ...board, timeZone, days, asked }
}

/**
 * The board that came with the page as these dates of a zone, if it covers them: it was read in the expert's own. Why a day
 * has no times is then told by their day of that date.
 */
export function fileFirst(
  board: FirstBoard | undefined,
  dates: Dates,
  { zone, minutes }: { readonly zone: string; readonly minutes: number },
): ShownBoard | undefined {
  const [first, last] = [board?.days[0]?.date, board?.days.at(-1)?.date]
  if (board?.minutes !== minutes || first === undefined || last === undefined) return undefined
  const covers =
    first <= dates.from &&
    dates.to <= last &&
    startOfDay(first, board.timeZone) <= startOfDay(dates.from, zone) &&
    startOfDay(addDays(dates.to, 1), zone) <= startOfDay(addDays(last, 1), board.timeZone)
  if (!covers) return undefined
  // A day that is over there may still be today here.
  const days = board.days.map((day) =>
    day.reason === 'past' ? { ...day, reason: undefined } : day,
  )
  return fileByShownDay({ ...board, days }, dates, zone)
}
