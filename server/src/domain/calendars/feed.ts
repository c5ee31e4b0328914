import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { day, type Instant, instantOf, minute, plus } from '../time/instant.ts'

/** Sessions at a private address, as calendars read them again and again. */
export interface Feed {
  /** In its address, beside the secret. A new address has a new one. */
  readonly id: string
  readonly personId: string
  readonly side: FeedSide
  readonly openedAt: Instant
  /** `null`: no program has read it. */
  readonly readAt: Instant | null
  /** What it last said; `null` before it was first read. */
  readonly said: Said | null
}

export interface Said {
  /** Of the file, byte for byte. */
  readonly digest: string
  /** Since when it says so, in whole seconds, which is all that HTTP tells apart. */
  readonly since: Instant
}

/** Sessions that are over stay for so long, as long as one can book ahead. */
const shownAfterwards = 90 * day
/** Cancelled ones: the slowest programs look every day, and people go on holiday. */
const shownCancelled = 30 * day
/** Programs give up on files of a megabyte; an entry has some 700 bytes. The latest sessions are kept. */
export const mostEntries = 1000
/** When it was read is written down to so much. */
const readingKept = 15 * minute
const second = 1000

/** Which bookings a feed has. */
export interface FeedWindow {
  /** Booked ones that end after it. */
  readonly endsAfter: Instant
  /** Cancelled ones that were cancelled after it. */
  readonly cancelledAfter: Instant
}

export function feedWindow(now: Instant): FeedWindow {
  return { endsAfter: plus(now, -shownAfterwards), cancelledAfter: plus(now, -shownCancelled) }
}

/**
 * Since when a feed says what it says now. It rises by a second at least with each other file, so that no reader who asks
 * by the second misses one; so it may be a second ahead of the clock.
 */
export function saidSince(before: Said | null, digest: string, now: Instant): Said {
  if (before?.digest === digest) return before
  const thisSecond = instantOf(now - (now % second))
  const next = before ? plus(before.since, second) : thisSecond
  return { digest, since: next > thisSecond ? next : thisSecond }
}

/** Whether a reading is to be written down. */
export function isNewReading({ readAt }: Pick<Feed, 'readAt'>, now: Instant): boolean {
  return readAt === null || now >= plus(readAt, readingKept)
}
