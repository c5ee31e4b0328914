import type { Deps } from '../../base/deps.ts'
import { longestBooking } from '../../domain/bookings/booking.ts'
import { freeSlots, spreadOut } from '../../domain/boards/next-free.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { day, hour, type Instant, instantOf, minute, plus } from '../../domain/time/instant.ts'
import { createLiveMemory } from '../../base/live-memory.ts'

export type Outlook = ReturnType<typeof createOutlook>

/** How far ahead it looks: the end of the next weekend is never farther away. */
export const outlookReach = 8 * day

const cacheBytes = 16 * 1024 * 1024
const apart = 2 * hour

interface FreeStarts {
  readonly expertId: string
  /** Ascending. */
  readonly rest: Float64Array
  readonly staleAt: Instant
}

export interface Window {
  readonly from: Instant
  readonly before: Instant
}

/** When experts are free in the coming days, for their shortest session. Remembered, and right until anything of them changes. */
export function createOutlook(deps: Pick<Deps, 'storage' | 'clock'>) {
  const { storage, clock } = deps
  const memory = createLiveMemory<FreeStarts>(deps, cacheBytes)

  async function compose({ id, schedule }: Expert): Promise<FreeStarts> {
    const now = clock()
    const range = { from: now, before: plus(now, outlookReach) }
    const occupied = await storage.bookings.recallOccupied(id, {
      from: now,
      to: plus(range.before, longestBooking),
      now,
    })
    const shortest = Math.min(...schedule.sessionLengths)
    const slots = [...freeSlots(schedule, shortest, range, occupied, now)]
    // A hold that runs out frees its time; and the reach moves on.
    const ends = occupied.flatMap((each) => (each.state === 'held' ? [each.expiresAt] : []))
    return {
      expertId: id,
      rest: Float64Array.from(slots, ({ startsAt }) => startsAt),
      staleAt: instantOf(Math.min(plus(now, hour), ...ends.filter((end) => end > now))),
    }
  }

  /** What was free when it was remembered may lie inside the notice by now. */
  async function startsIn(expert: Expert, { from, before }: Window): Promise<Instant[]> {
    const { rest } =
      memory.recall(expert.id) ?? (await memory.make(expert.id, () => compose(expert)))
    const soonest = plus(clock(), expert.schedule.policy.noticeMinutes * minute)
    const starts: Instant[] = []
    for (const start of rest) {
      if (start >= from && start >= soonest && start < before) starts.push(instantOf(start))
    }
    return starts
  }

  return {
    async isFree(expert: Expert, window: Window): Promise<boolean> {
      return (await startsIn(expert, window)).length > 0
    },

    /** Free starts within the window, ascending and two hours or more apart; at most `count`. */
    async times(expert: Expert, window: Window, count: number): Promise<Instant[]> {
      return spreadOut(await startsIn(expert, window), apart, count)
    },

    close: () => memory.close(),
  }
}
