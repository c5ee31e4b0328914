import type { Deps } from '../../base/deps.ts'
import { blockedTimes, isBlocking } from '../../domain/calendars/busy.ts'
import { busyWithin, firstWithin, sameBusy } from '../../domain/schedules/busy-times.ts'
import type { CalendarSource } from '../../domain/calendars/source.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { bookingMessage } from '../../domain/messages/message.ts'
import { type BusyTime, withBusy } from '../../domain/schedules/schedule.ts'
import { day, type Instant, plus } from '../../domain/time/instant.ts'

/** A schedule that keeps changing under us is given up on after so many tries; the next round begins anew. */
const tries = 5
/** Further ahead nobody can be booked yet. */
const reach = 92 * day
/** Who adds a full calendar reads the rest on the desk. */
const mailsAtMost = 5
const shownAtMost = 50

/** What clashes with a booked session, and in which calendar. */
export interface Clash extends BusyTime {
  readonly calendar: string
}

export type BusySchedules = ReturnType<typeof createBusySchedules>

/** Brings what calendars say into the schedules of their experts, and finds what it clashes with. */
export function createBusySchedules({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  /** The first calendar that blocks and has something else then. What is kept free around it does not count. */
  function clashIn(sources: readonly CalendarSource[], asked: BusyTime): Clash | null {
    for (const { name, state } of sources.filter(isBlocking)) {
      const busy = firstWithin(state.busy, asked)
      if (busy) return { ...busy, calendar: name }
    }
    return null
  }

  async function clashesOf(expertId: string, sources: readonly CalendarSource[], now: Instant) {
    const to = plus(now, reach)
    const occupied = await storage.bookings.listOccupied(expertId, { from: now, to, now })
    return occupied
      .filter(({ state }) => state === 'booked')
      .flatMap((record) => {
        const clash = clashIn(sources, { from: record.startsAt, to: record.endsAt })
        return clash ? [{ record, clash }] : []
      })
  }

  return {
    /**
     * Makes the schedule of an expert block what their calendars block, as `changed` makes them. It is written only if
     * that changes what can be booked, and read first, so that of two at once the last one has seen all.
     */
    async settle(
      expertId: string,
      changed: (source: CalendarSource) => CalendarSource | null = (source) => source,
    ): Promise<void> {
      for (let count = 0; count < tries; count++) {
        const expert = await storage.experts.find(expertId)
        if (!expert) return
        const sources = (await storage.calendars.sourcesOf(expertId)).flatMap(
          (source) => changed(source) ?? [],
        )
        const now = clock()
        const ahead = { from: now, to: plus(now, reach) }
        const busy = blockedTimes(sources)
        const { schedule } = expert
        if (sameBusy(busyWithin(busy, ahead), busyWithin(schedule.busy, ahead))) return
        if ((await storage.schedules.replace(expertId, withBusy(schedule, busy))) === 'done') return
      }
    },

    /** Owes the expert a mail about each session that something has come to clash with: one for each start. */
    async tellOfClashes(expertId: string): Promise<void> {
      const now = clock()
      const found = await clashesOf(expertId, await storage.calendars.sourcesOf(expertId), now)
      for (const { record } of found.slice(0, mailsAtMost)) {
        const { id: bookingId, version, startsAt, endsAt } = record
        const about = { bookingId, recipient: 'expert', version, startsAt } as const
        const times = { owedAt: now, dueAt: now, expiresAt: endsAt }
        await storage.messages.owe(bookingMessage(about, 'clash', times))
      }
    },

    /** Upcoming sessions that something clashes with, by their start. */
    async clashes(expertId: string, sources: readonly CalendarSource[]) {
      const found = await clashesOf(expertId, sources, clock())
      const shown = found.slice(0, shownAtMost)
      const records = await Promise.all(shown.map(({ record }) => storage.bookings.find(record.id)))
      return shown.map(({ clash }, index) => ({ record: records[index] ?? null, clash }))
    },

    /** What clashes with a session now; null where nothing does. */
    async clashOf({ expertId, startsAt, endsAt }: BookingRecord): Promise<Clash | null> {
      const sources = await storage.calendars.sourcesOf(expertId)
      return clashIn(sources, { from: startsAt, to: endsAt })
    },
  }
}
