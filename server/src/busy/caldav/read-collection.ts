import type { SourceFetched } from '../../domain/calendars/source.ts'
import { type Edition, short } from '../fetching/fetch-text.ts'
import type { CalendarReader } from '../reading/reader-thread.ts'
import type { AskedBytes } from '../reading/worker.ts'
import type { Account, AskDav } from './dav.ts'
import { entriesWithin, whichTag } from './questions.ts'

/** Which calendar is to be read, and what of it is of interest. */
export interface AskedCollection extends Omit<AskedBytes, 'bytes'> {
  readonly address: string
  readonly account: Account
  readonly known: Edition | null
}

/**
 * Reads the entries of a calendar by which somebody may be busy, if anything has changed. It is asked for what tells that
 * first: what changes in between is read twice, and nothing is missed. Never rejects.
 */
export function createReadCollection(ask: AskDav, reader: CalendarReader) {
  return async (asked: AskedCollection, signal: AbortSignal): Promise<SourceFetched> => {
    const { address, account, known, ...how } = asked
    const told = await ask(address, account, whichTag, signal)
    if (told.kind === 'failed') return told
    const [here] = (await reader.resources(told.bytes)) ?? []
    const etag = short(here?.tag ?? undefined)
    if (etag !== null && known?.etag === etag) return { kind: 'unchanged' }
    const answer = await ask(address, account, entriesWithin(how), signal)
    if (answer.kind === 'failed') return answer
    const read = await reader.read({ ...how, bytes: answer.bytes }, 'report')
    if (read.kind === 'failed') return read
    return { kind: 'read', read, timeZone: how.timeZone, etag, lastModified: null }
  }
}
