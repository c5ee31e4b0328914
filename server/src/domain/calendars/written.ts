import type { BookedRecord } from '../bookings/booking.ts'
import type { Instant } from '../time/instant.ts'

/** A booking that was written into a calendar elsewhere. */
export interface WrittenEntry {
  readonly bookingId: string
  /** Of the booking, as it stands there. */
  readonly version: number
  /** By which its server tells whether anybody has changed it; null where it does not say. */
  readonly etag: string | null
  readonly endsAt: Instant
  /** Somebody deleted it there: it stands here, and is not written again. */
  readonly deleted: boolean
}

/** A booking that is to stand in the calendar. */
export type Wanted = Pick<BookedRecord, 'id' | 'version'>

/** What is to be done there, so that what stands there is what is to stand there. */
export type WritingStep =
  | { readonly kind: 'put'; readonly bookingId: string; readonly before: WrittenEntry | null }
  | { readonly kind: 'remove'; readonly entry: WrittenEntry }

/**
 * What is missing in a calendar, is as it was before a change, or should not be there any more. What is over stays there
 * as it is. Worked out anew each time: a step that was lost or done twice is found out by itself.
 */
export function stepsOf(
  wanted: readonly Wanted[],
  written: readonly WrittenEntry[],
  now: Instant,
): WritingStep[] {
  const byId = new Map(written.map((entry) => [entry.bookingId, entry]))
  const ids = new Set(wanted.map(({ id }) => id))
  const removed = written
    .filter(({ bookingId, endsAt, deleted }) => !ids.has(bookingId) && !deleted && endsAt > now)
    .map((entry): WritingStep => ({ kind: 'remove', entry }))
  const put = wanted.flatMap(({ id, version }): WritingStep[] => {
    const before = byId.get(id) ?? null
    const stands = before !== null && (before.deleted || before.version >= version)
    return stands ? [] : [{ kind: 'put', bookingId: id, before }]
  })
  return [...removed, ...put]
}

/** Of what was written, all that is still of interest: not what is over, nor what was deleted here and there. */
export function stillWritten(
  wanted: readonly Wanted[],
  written: readonly WrittenEntry[],
  now: Instant,
): WrittenEntry[] {
  const ids = new Set(wanted.map(({ id }) => id))
  return written.filter(
    ({ bookingId, deleted, endsAt }) => ids.has(bookingId) || (!deleted && endsAt > now),
  )
}

/** What was written, with this entry in place of what was known of its booking. */
export function withEntry(
  written: readonly WrittenEntry[],
  entry: WrittenEntry,
): readonly WrittenEntry[] {
  return [...withoutEntry(written, entry.bookingId), entry]
}

export function withoutEntry(
  written: readonly WrittenEntry[],
  bookingId: string,
): readonly WrittenEntry[] {
  return written.filter((each) => each.bookingId !== bookingId)
}
