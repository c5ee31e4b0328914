import type { SourceFetched } from '../domain/calendars/source.ts'
import type { Instant } from '../domain/time/instant.ts'
import { type Account, createAskDav, createSendDav } from './caldav/dav.ts'
import { createEntries } from './caldav/entries.ts'
import { createFindCalendars, type FoundCalendars } from './caldav/find-calendars.ts'
import { createReadCollection } from './caldav/read-collection.ts'
import { createDestinations, type Resolve } from './fetching/destinations.ts'
import { createFetchText, type Edition, type FetchLimits } from './fetching/fetch-text.ts'
import { createFollow } from './fetching/follow.ts'
import { createCalendarReader } from './reading/reader-thread.ts'

const usualLimits: FetchLimits = { bytes: 8 * 1024 * 1024, ms: 20_000 }

/** Whose calendar is to be fetched, and what of it is of interest. */
export interface AskedSource {
  readonly address: string
  /** Who signs in there; null of a file that the address alone opens. */
  readonly account: Account | null
  /** What its server said last, where it may answer that nothing has changed. */
  readonly known: Edition | null
  readonly from: Instant
  readonly to: Instant
  readonly timeZone: string
  readonly ownDomain: string
}

export type Calendars = ReturnType<typeof createCalendars>

/** Fetches calendars by addresses that strangers gave us, and reads them where that can harm nobody. */
export function createCalendars(
  allowedOrigins: readonly string[],
  limits: FetchLimits = usualLimits,
  resolve?: Resolve,
) {
  const follow = createFollow(createDestinations(allowedOrigins, resolve))
  const fetchText = createFetchText(follow, limits)
  const reader = createCalendarReader()
  const ask = createAskDav(follow, limits.bytes)
  const readCollection = createReadCollection(ask, reader)
  const findCalendars = createFindCalendars(follow, ask, reader)

  const allowed = new Set(allowedOrigins)

  return {
    /** Whether whoever runs the server lets experts name this origin, beside those of the open internet. */
    allows: (origin: string): boolean => allowed.has(origin),

    /** Never rejects. */
    async fetch({ account, ...asked }: AskedSource): Promise<SourceFetched> {
      if (account) return readCollection({ account, ...asked }, AbortSignal.timeout(limits.ms))
      const { address, known, ...how } = asked
      const fetched = await fetchText(address, known)
      if (fetched.kind !== 'text') return fetched
      const read = await reader.read({ ...how, bytes: fetched.bytes })
      const { timeZone } = how
      return read.kind === 'read' ? { kind: 'read', read, timeZone, ...fetched.edition } : read
    },

    /** The calendars of an account. Never rejects, and takes no longer than one fetch may. */
    find: (address: URL, account: Account): Promise<FoundCalendars> =>
      findCalendars(address, account, AbortSignal.timeout(limits.ms)),

    /** Single entries of the calendars of accounts. */
    entries: createEntries(ask, createSendDav(follow), reader, limits.ms),

    close: () => reader.close(),
  }
}
