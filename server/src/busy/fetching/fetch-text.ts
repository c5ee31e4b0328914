import type { IncomingMessage } from 'node:http'
import type { SourceFault } from '../../domain/calendars/source.ts'
import { askOnce } from './ask-once.ts'
import type { Destination } from './destinations.ts'
import { readBody, TooBig } from './read-body.ts'

/** What a server said of the file when it last sent it. */
export interface Edition {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedText =
  | { readonly kind: 'text'; readonly bytes: Buffer; readonly edition: Edition }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed'
      readonly fault: SourceFault
      readonly retryAfterMs?: number | undefined
    }

export interface FetchLimits {
  readonly bytes: number
  /** For all of it, with all that it is passed on to. */
  readonly ms: number
}

const redirectsAtMost = 3
const headerAtMost = 500

/**
 * Fetches a file. Each place that it is passed on to is judged like the first one, and whatever cannot be connected to is
 * answered alike: from outside, nobody learns what there is in the network of the server. Never rejects.
 */
export function createFetchText(
  destinationOf: (address: string) => Promise<Destination | null>,
  limits: FetchLimits,
) {
  async function follow(
    address: string,
    known: Edition | null,
    signal: AbortSignal,
  ): Promise<FetchedText> {
    let next = address
    for (let hop = 0; hop <= redirectsAtMost; hop++) {
      const destination = await orAborted(destinationOf(next), signal)
      if (!destination) return unreachable
      const response = await askOnce(destination, conditionsOf(known), signal)
      const { statusCode: status = 0, headers } = response
      const passedOn = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
      if (passedOn === undefined) return answerOf(response, status, known)
      response.destroy()
      if (!URL.canParse(passedOn, destination.url.href)) return unreachable
      next = new URL(passedOn, destination.url).href
    }
    return unreachable
  }

  async function answerOf(
    response: IncomingMessage,
    status: number,
    known: Edition | null,
  ): Promise<FetchedText> {
    if (status === 200) {
      const { etag, 'last-modified': lastModified } = response.headers
      const bytes = await readBody(response, limits.bytes)
      const edition = { etag: short(etag), lastModified: short(lastModified) }
      return { kind: 'text', bytes, edition }
    }
    response.destroy()
    // Unasked, it says nothing of what we have.
    if (status === 304) return known ? { kind: 'unchanged' } : { kind: 'failed', fault: 'failing' }
    const isBusy = status === 429 || status >= 500
    return isBusy
      ? { kind: 'failed', fault: 'failing', retryAfterMs: retryAfter(response) }
      : { kind: 'failed', fault: 'refused' }
  }

  return async (address: string, known: Edition | null): Promise<FetchedText> => {
    const signal = AbortSignal.timeout(limits.ms)
    try {
      return await follow(address, known, signal)
    } catch (error) {
      if (error instanceof TooBig) return { kind: 'failed', fault: 'too_big' }
      return signal.aborted ? { kind: 'failed', fault: 'too_slow' } : unreachable
    }
  }
}

const unreachable: FetchedText = { kind: 'failed', fault: 'unreachable' }

function conditionsOf(known: Edition | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
}

/** Names cannot be asked for with a time limit. */
async function orAborted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('Too late'))
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([asked, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function retryAfter({ headers }: IncomingMessage): number | undefined {
  const value = headers['retry-after'] ?? ''
  if (/^\d{1,7}$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

function short(value: string | undefined): string | null {
  return value !== undefined && value.length <= headerAtMost ? value : null
}
