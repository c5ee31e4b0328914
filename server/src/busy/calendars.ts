import type { SourceFetched } from '../domain/calendars/source.ts'
import type { Instant } from '../domain/time/instant.ts'
import { createDestinations, type Resolve } from './fetching/destinations.ts'
import { createFetchText, type Edition, type FetchLimits } from './fetching/fetch-text.ts'
import { createCalendarReader } from './reading/reader-thread.ts'

const usualLimits: FetchLimits = { bytes: 8 * 1024 * 1024, ms: 20_000 }

/** Whose calendar is to be fetched, and what of it is of interest. */
export interface AskedSource {
  readonly address: string
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
  const fetchText = createFetchText(createDestinations(allowedOrigins, resolve), limits)
  const reader = createCalendarReader()

  const allowed = new Set(allowedOrigins)

  return {
    /** Whether whoever runs the server lets experts name this origin, beside those of the open internet. */
    allows: (origin: string): boolean => allowed.has(origin),

    /** Never rejects. */
    async fetch({ address, known, ...asked }: AskedSource): Promise<SourceFetched> {
      const fetched = await fetchText(address, known)
      if (fetched.kind !== 'text') return fetched
      const read = await reader.read({ ...asked, bytes: fetched.bytes })
      const { timeZone } = asked
      return read.kind === 'read' ? { kind: 'read', read, timeZone, ...fetched.edition } : read
    },

    close: () => reader.close(),
  }
}
