import type { Deps } from '../../base/deps.ts'
import { isBooking } from '../../domain/bookings/booking.ts'
import type { CalendarSource, SourceState } from '../../domain/calendars/source.ts'
import {
  stepsOf,
  stillWritten,
  type Wanted,
  withEntry,
  withoutEntry,
  type WritingStep,
  type WrittenEntry,
} from '../../domain/calendars/written.ts'
import { day, plus } from '../../domain/time/instant.ts'
import { calendarObject } from '../../mail/calendar/entry.ts'
import { expertOf } from '../experts/find.ts'
import type { Access } from './access.ts'

/** Further ahead nobody can be booked yet. */
const reach = 92 * day
/** In one go, which has to end before the lease. What is left follows at once. */
const stepsAtMost = 40
const goMs = 60_000
/** So many that a server refuses are passed by: they may be at fault themselves. */
const refusedAtMost = 3

type WritingDeps = Pick<Deps, 'storage' | 'clock' | 'calendars' | 'calendarDomain'>

export type Writing = ReturnType<typeof createWriting>

/**
 * Keeps the bookings of an expert in the calendar that they chose. What is to be done is worked out by comparing the
 * bookings with what was written: nothing is owed that could be lost, and every step can be done again.
 */
export function createWriting(deps: WritingDeps, publicUrl: () => string) {
  const { storage, clock, calendars, calendarDomain } = deps

  async function wantedIn({ id, expertId }: CalendarSource): Promise<readonly Wanted[]> {
    const source = (await storage.calendars.sourcesOf(expertId)).find((each) => each.id === id)
    if (!source?.receives) return []
    const now = clock()
    const to = plus(now, reach)
    const occupied = await storage.bookings.listOccupied(expertId, { from: now, to, now })
    return occupied.filter(({ state }) => state === 'booked')
  }

  /** Those of a booking that was cancelled are taken out also when it would be over by now. */
  async function withCancelled(written: readonly WrittenEntry[]): Promise<WritingStep[]> {
    const now = clock()
    const over = written.filter(({ endsAt, deleted }) => endsAt <= now && !deleted)
    const records = await Promise.all(over.map(({ bookingId }) => storage.bookings.find(bookingId)))
    return over
      .filter((_, index) => records[index]?.state === 'cancelled')
      .map((entry) => ({ kind: 'remove', entry }))
  }

  async function fileOf(bookingId: string) {
    const booking = await storage.bookings.find(bookingId)
    if (!isBooking(booking) || booking.state !== 'booked') return null
    const file = calendarObject({
      booking,
      calendarDomain,
      stamp: clock(),
      reader: 'expert',
      expert: await expertOf(storage, booking.expertId),
      page: `${publicUrl()}/desk/bookings/${booking.id}`,
    })
    return { file, version: booking.version, endsAt: booking.endsAt }
  }

  /** The written ones after a step, or why it was not done. */
  async function take(
    step: WritingStep,
    written: readonly WrittenEntry[],
    into: OpenCalendar,
    signal: AbortSignal,
  ) {
    const { entries } = calendars
    if (step.kind === 'remove') {
      const { bookingId } = step.entry
      const failed = await entries.remove(into, nameOf(bookingId), signal)
      return failed ?? withoutEntry(written, bookingId)
    }
    const { bookingId, before } = step
    const made = await fileOf(bookingId)
    // It was cancelled in this very moment.
    if (!made) return written
    const { file, version, endsAt } = made
    const put = await entries.put(into, nameOf(bookingId), file, before, signal)
    if (put.kind === 'failed') return put
    const deleted = put.kind === 'deleted'
    const etag = put.kind === 'kept' ? put.etag : null
    return withEntry(written, { bookingId, version, etag, endsAt, deleted })
  }

  /** What was deleted there is told from what was not by asking: a calendar is read only within reach. */
  async function withoutDeleted(
    written: readonly WrittenEntry[],
    into: OpenCalendar,
    signal: AbortSignal,
  ) {
    const there = written.filter(({ deleted }) => !deleted)
    if (there.length === 0) return written
    const names = there.map(({ bookingId }) => nameOf(bookingId))
    const missing = await calendars.entries.missing(into, names, signal)
    if ('kind' in missing) return missing
    return written.map((entry) =>
      missing.has(nameOf(entry.bookingId)) ? { ...entry, deleted: true } : entry,
    )
  }

  return {
    /**
     * Brings a calendar up to date, for whoever has its lease. `wasRead`: something had changed in it. Answers the state
     * after that, and whether more is left than could be done in one go.
     */
    async settle(
      source: CalendarSource,
      { address, account }: Access,
      state: SourceState,
      wasRead: boolean,
    ): Promise<{ readonly state: SourceState; readonly more: boolean }> {
      if (!account) return { state, more: false }
      const signal = AbortSignal.timeout(goMs)
      const into = { address, account }
      let { written } = state
      const refused = new Set<string>()
      const ended = (writeFault: SourceState['writeFault'], more = false) => {
        const isSame = written === state.written && writeFault === state.writeFault
        return { state: isSame ? state : { ...state, written, writeFault }, more }
      }
      if (wasRead || state.writeFault !== null) {
        const looked = await withoutDeleted(written, into, signal)
        if ('kind' in looked) return ended(looked.fault)
        written = looked
      }
      for (let count = 0; count < stepsAtMost && !signal.aborted; count++) {
        const wanted = await wantedIn(source)
        const steps = [...(await withCancelled(written)), ...stepsOf(wanted, written, clock())]
        const step = steps.find((each) => !refused.has(bookingOf(each)))
        if (!step) {
          const still = stillWritten(wanted, written, clock())
          if (still.length < written.length) written = still
          return ended(refused.size > 0 ? 'refused' : null)
        }
        const taken = await take(step, written, into, signal)
        if (!('kind' in taken)) written = taken
        else if (taken.fault === 'refused' && refused.size < refusedAtMost) {
          refused.add(bookingOf(step))
        } else return ended(taken.fault)
      }
      return ended(refused.size > 0 ? 'refused' : null, true)
    },
  }
}

type OpenCalendar = Access & { readonly account: NonNullable<Access['account']> }

function nameOf(bookingId: string): string {
  return `${bookingId}.ics`
}

function bookingOf(step: WritingStep): string {
  return step.kind === 'put' ? step.bookingId : step.entry.bookingId
}
