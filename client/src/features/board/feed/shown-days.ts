import type { Board, BoardDay } from '@expertconnect/contract/boards/shapes'
import { addDays } from '../../../lib/time/month.ts'
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

/** The board of these dates, each slot under the day that this browser prints for it. */
export function fileByShownDay(board: Board, { from, to }: Dates): Board {
  const byDate = new Map<string, BoardDay['slots']>()
  for (const slot of board.days.flatMap(({ slots }) => slots)) {
    const date = dateAt(Date.parse(slot.startsAt), board.timeZone)
    byDate.set(date, [...(byDate.get(date) ?? []), slot])
  }
  const days = board.days
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, reason, slots: listed }): BoardDay => {
      const slots = byDate.get(date) ?? []
      if (slots.length > 0) return { date, slots }
      return { date, slots, reason: reason ?? (listed.length > 0 ? 'no_hours' : 'inside_notice') }
    })
  return { ...board, days }
}
