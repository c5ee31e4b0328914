import type {
  SkippedKind,
  SourceFault,
  SourceKind,
} from '@expertconnect/contract/calendars/source-shapes'
import type { BusyTime } from '../schedules/schedule.ts'
import { day, hour, type Instant, minute, plus } from '../time/instant.ts'
import type { WrittenEntry } from './written.ts'

/** Another calendar of an expert's, read for when they are busy. Nothing else of it is kept. */
export interface CalendarSource {
  readonly id: string
  readonly expertId: string
  /** What the expert calls it. */
  readonly name: string
  readonly kind: SourceKind
  /** Its private address, sealed; of an account, with who signs in there. */
  readonly sealedAddress: string
  /** The same for all writings of one address, and of one account there: an expert has each once. */
  readonly addressMark: string
  /** Enough of the address to know it again. */
  readonly shownAddress: string
  /** Whether its busy times keep visitors from booking, or are shown to the expert alone. */
  readonly blocks: boolean
  /** Neither fetched nor blocking for the time being. */
  readonly paused: boolean
  /** Whether bookings are written into it: one of an account, and one of an expert’s at most. */
  readonly receives: boolean
  /** Kept free before and behind each of its busy times. */
  readonly marginMinutes: number
  readonly addedAt: Instant
  readonly state: SourceState
  /** When it is to be fetched next. */
  readonly dueAt: Instant
}

/** What the last fetches said. */
export interface SourceState {
  /** When it was last asked for; null where it never was. */
  readonly checkedAt: Instant | null
  /** Its times are known to be as of then. */
  readonly freshAt: Instant | null
  /** When all of it was last read: what lies further ahead comes into reach with time. */
  readonly readAt: Instant | null
  /** The zone in which dates were read, and times that name none. */
  readonly timeZone: string | null
  /** Why the last fetch brought nothing; the times of the last good one still count. */
  readonly fault: SourceFault | null
  /** Fetches that failed in a row. */
  readonly failures: number
  readonly events: number
  readonly skipped: readonly Skipped[]
  /** Ascending and apart, without what is kept free around them. */
  readonly busy: readonly BusyTime[]
  /** By which its server tells whether anything changed. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** The bookings that were written into it, as they stand there. */
  readonly written: readonly WrittenEntry[]
  /** Why the last of them could not be written. */
  readonly writeFault: SourceFault | null
}

export type { SkippedKind, SourceFault }

/** What of a calendar does not count, and some dates of it to look for. */
export interface Skipped {
  readonly kind: SkippedKind
  readonly count: number
  readonly dates: readonly string[]
}

/** What the text of a calendar says. */
export type CalendarRead =
  | {
      readonly kind: 'read'
      readonly busy: readonly BusyTime[]
      readonly events: number
      readonly skipped: readonly Skipped[]
    }
  | { readonly kind: 'failed'; readonly fault: SourceFault }

/** What a fetch brought. */
export type SourceFetched =
  | {
      readonly kind: 'read'
      readonly read: Extract<CalendarRead, { kind: 'read' }>
      /** In which dates were read, and times that name none. */
      readonly timeZone: string
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed'
      readonly fault: SourceFault
      /** Its server asked not to be asked again before. */
      readonly retryAfterMs?: number | undefined
    }

export const unread: SourceState = {
  checkedAt: null,
  freshAt: null,
  readAt: null,
  timeZone: null,
  fault: null,
  failures: 0,
  events: 0,
  skipped: [],
  busy: [],
  etag: null,
  lastModified: null,
  written: [],
  writeFault: null,
}

/** So often at most its server is asked, if all is well. */
const pause = 15 * minute
const longestPause = 6 * hour
/** A time that comes into reach while the file stays as it is must be found in time. */
const readAnewAfter = day
/** How far times are read: further than anybody can be booked, until it is read anew. */
const reach = 100 * day

/** Whether its server may answer that nothing has changed. */
export function mayBeUnchanged(state: SourceState, timeZone: string, now: Instant): boolean {
  const { readAt, etag, lastModified } = state
  const isRecent = readAt !== null && now - readAt < readAnewAfter
  return isRecent && state.timeZone === timeZone && (etag ?? lastModified) !== null
}

/** The stretch of time that is of interest. */
export function reachOf(now: Instant): BusyTime {
  return { from: plus(now, -day), to: plus(now, reach) }
}

/** The state after a fetch. A failed one keeps the times of the last good one. */
export function afterFetch(state: SourceState, fetched: SourceFetched, now: Instant): SourceState {
  switch (fetched.kind) {
    case 'read': {
      const { read, timeZone, etag, lastModified } = fetched
      const { busy, events, skipped } = read
      const seen = { checkedAt: now, freshAt: now, readAt: now, fault: null, failures: 0 }
      return { ...state, ...seen, timeZone, busy, events, skipped, etag, lastModified }
    }
    case 'unchanged':
      return { ...state, checkedAt: now, freshAt: now, fault: null, failures: 0 }
    case 'failed':
      return { ...state, checkedAt: now, fault: fetched.fault, failures: state.failures + 1 }
  }
}

/**
 * When it is fetched next. `chance`, from 0 to 1, spreads those of many experts, and those that failed are asked for
 * less and less often.
 */
export function nextFetch(
  { failures }: SourceState,
  retryAfterMs: number,
  now: Instant,
  chance: number,
): Instant {
  const usual = Math.min(pause * 2 ** Math.min(failures, 10), longestPause)
  const wanted = Math.max(usual, Math.min(retryAfterMs, day))
  return plus(now, Math.round(wanted * (1 + chance / 3)))
}
