import { dayPart } from '../../../lib/time/day-part.ts'
import { addDays, startOfDay } from '../../../lib/time/month.ts'
import type { SlotView } from '../feed/board-view.ts'
import { instantText } from '../feed/board-records.ts'

/** A part of a day: epoch milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A date of a zone from its first moment to its last; some have 23 or 25 hours. */
export function dayOf(date: string, zone: string): Stretch {
  return { from: startOfDay(date, zone), to: startOfDay(addDays(date, 1), zone) }
}

// No zone is off by less.
const quarter = 15 * 60_000

/** When it is night on the clocks of a zone, in the course of a day. */
export function nightsIn({ from, to }: Stretch, zone: string): Stretch[] {
  const nights: Stretch[] = []
  for (let at = from; at < to; at += quarter) {
    if (dayPart(instantText(at), zone) === 'Night') nights.push({ from: at, to: at + quarter })
  }
  return joined(nights)
}

/** When sessions can be had, with those that follow on each other as one. */
export function freeIn(slots: readonly SlotView[]): Stretch[] {
  return joined(
    slots
      .filter(({ state }) => state === 'free')
      .map(({ startsAt, endsAt }) => ({ from: Date.parse(startsAt), to: Date.parse(endsAt) })),
  )
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const stretch of stretches) {
    const last = all.at(-1)
    if (last && stretch.from <= last.to) all[all.length - 1] = { from: last.from, to: stretch.to }
    else all.push(stretch)
  }
  return all
}
