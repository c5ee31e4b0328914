import { mergeBusy } from '../schedules/busy-times.ts'
import type { BusyTime } from '../schedules/schedule.ts'
import { minute, plus } from '../time/instant.ts'
import type { CalendarSource } from './source.ts'

/** What keeps starts from being listed and booked: the busy times of all that block, with what is kept free around them. */
export function blockedTimes(sources: readonly CalendarSource[]): BusyTime[] {
  return mergeBusy(sources.filter(isBlocking).flatMap(withMargin))
}

/** Its times as they block. */
function withMargin({ state, marginMinutes }: CalendarSource): BusyTime[] {
  const margin = marginMinutes * minute
  return state.busy.map(({ from, to }) => ({ from: plus(from, -margin), to: plus(to, margin) }))
}

export function isBlocking({ blocks, paused }: CalendarSource): boolean {
  return blocks && !paused
}
