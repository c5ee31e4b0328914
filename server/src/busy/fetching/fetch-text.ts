import type { IncomingMessage } from 'node:http'
import { type Failed, failureOf, unreachable, whyNot } from './failures.ts'
import type { Follow } from './follow.ts'
import { readBody } from './read-body.ts'

/** What a server said of the file when it last sent it. */
export interface Edition {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedText =
  | { readonly kind: 'text'; readonly bytes: Buffer; readonly edition: Edition }
  | { readonly kind: 'unchanged' }
  | Failed

export interface FetchLimits {
  readonly bytes: number
  /** For all of it, with all that it is passed on to. */
  readonly ms: number
}

const headerAtMost = 500

/** Fetches a file, wherever it is passed on to. Never rejects. */
export function createFetchText(follow: Follow, limits: FetchLimits) {
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
    return failureOf(response, status)
  }

  return async (address: string, known: Edition | null): Promise<FetchedText> => {
    const signal = AbortSignal.timeout(limits.ms)
    const question = { method: 'GET', headers: conditionsOf(known) }
    try {
      const reached = await follow(address, question, signal)
      return reached ? await answerOf(reached.response, reached.status, known) : unreachable
    } catch (error) {
      return whyNot(error, signal)
    }
  }
}

function conditionsOf(known: Edition | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
}

/** Null of what is too long to be kept. */
export function short(value: string | undefined): string | null {
  return value !== undefined && value.length <= headerAtMost ? value : null
}
