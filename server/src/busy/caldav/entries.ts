import { type Failed, unreachable } from '../fetching/failures.ts'
import type { CalendarReader } from '../reading/reader-thread.ts'
import type { Account, AskDav, SendDav } from './dav.ts'
import { whichEtag, whichOf } from './questions.ts'

/** A calendar that is written into, and who signs in there. */
export interface Written {
  readonly address: string
  readonly account: Account
}

export type PutEntry =
  | { readonly kind: 'kept'; readonly etag: string | null }
  /** It had been written, and somebody has deleted it there since. */
  | { readonly kind: 'deleted' }
  | Failed

/** What an entry was like when it was last written; null if it never was. */
export type Before = { readonly etag: string | null } | null

/**
 * Writes single entries into calendars, each of which has a name of its own. All of it can be done again: what was written
 * before its answer was lost is found there and written over. None of it rejects.
 */
export function createEntries(ask: AskDav, send: SendDav, reader: CalendarReader, ms: number) {
  const soon = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(ms)])

  /** Null where there is none. */
  async function find(
    at: string,
    { account }: Written,
    signal: AbortSignal,
  ): Promise<{ readonly etag: string | null } | null | Failed> {
    const answer = await ask(at, account, whichEtag, soon(signal))
    if (answer.kind === 'failed') {
      const { status, ...failed } = answer
      return isGone(status ?? 0) ? null : failed
    }
    const [here] = (await reader.resources(answer.bytes)) ?? []
    return here ? { etag: here.etag } : unreachable
  }

  function write(
    at: string,
    { account }: Written,
    file: string,
    condition: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) {
    const headers = { 'content-type': 'text/calendar; charset=utf-8', ...condition }
    return send(at, account, { method: 'PUT', headers, body: file }, soon(signal))
  }

  return {
    /** Writes over what others have changed there, but never anew what they have deleted. */
    async put(
      calendar: Written,
      name: string,
      file: string,
      before: Before,
      signal: AbortSignal,
    ): Promise<PutEntry> {
      const at = placeOf(calendar, name)
      if (!before || before.etag !== null) {
        const condition = before ? { 'if-match': before.etag ?? '' } : { 'if-none-match': '*' }
        const sent = await write(at, calendar, file, condition, signal)
        if (sent.kind === 'failed') return sent
        if (isDone(sent.status)) return { kind: 'kept', etag: sent.etag }
        // It is not as it was known here: changed, deleted, or written by us when nobody heard of it.
        if (sent.status !== 412 && !(before && isGone(sent.status))) return sent.failure
      }
      const there = await find(at, calendar, signal)
      if (there && 'kind' in there) return there
      if (!there) return before ? { kind: 'deleted' } : unreachable
      const match: Record<string, string> = there.etag === null ? {} : { 'if-match': there.etag }
      const again = await write(at, calendar, file, match, signal)
      if (again.kind === 'failed') return again
      return isDone(again.status) ? { kind: 'kept', etag: again.etag } : again.failure
    },

    /** Also where others have changed it. Null once it is not there. */
    async remove(calendar: Written, name: string, signal: AbortSignal): Promise<Failed | null> {
      const at = placeOf(calendar, name)
      const sent = await send(at, calendar.account, { method: 'DELETE', headers: {} }, soon(signal))
      if (sent.kind === 'failed') return sent
      return isDone(sent.status) || isGone(sent.status) ? null : sent.failure
    },

    /** Which of these its server says are not there. */
    async missing(
      calendar: Written,
      names: readonly string[],
      signal: AbortSignal,
    ): Promise<ReadonlySet<string> | Failed> {
      const places = names.map((name) => new URL(placeOf(calendar, name)).pathname)
      const { address, account } = calendar
      const answer = await ask(address, account, whichOf(places), soon(signal))
      if (answer.kind === 'failed') return answer
      const resources = await reader.resources(answer.bytes)
      if (!resources) return { kind: 'failed', fault: 'not_a_calendar' }
      const gone = resources.filter(({ status }) => isGone(status ?? 0))
      return new Set(gone.map(({ href }) => href.split('/').at(-1) ?? ''))
    },
  }
}

function placeOf({ address }: Written, name: string): string {
  const url = new URL(address)
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return new URL(encodeURIComponent(name), url).href
}

function isDone(status: number): boolean {
  return status >= 200 && status < 300
}

function isGone(status: number): boolean {
  return status === 404 || status === 410
}
