import type { Question } from '../fetching/ask-once.ts'
import { short } from '../fetching/fetch-text.ts'
import { type Failed, failureOf, unreachable, whyNot } from '../fetching/failures.ts'
import type { Follow } from '../fetching/follow.ts'
import { readBody } from '../fetching/read-body.ts'

/** Who signs in at a server of calendars. */
export interface Account {
  readonly userName: string
  readonly password: string
}

export interface DavQuestion {
  readonly method: 'PROPFIND' | 'REPORT'
  readonly body: string
  /** How far down it asks: of the address alone, or of what lies in it as well. */
  readonly depth: '0' | '1'
}

export type DavAnswer =
  | {
      readonly kind: 'answered'
      /** Where it answered, after all that the question was passed on to. */
      readonly url: URL
      readonly bytes: Buffer
    }
  /** With the status of who answered, where somebody did. */
  | (Failed & { readonly status?: number })

export type AskDav = ReturnType<typeof createAskDav>

/**
 * Asks servers of calendars. What signs in is for the server that it was given for: no question that carries it is passed
 * on to another one. Never rejects.
 */
export function createAskDav(follow: Follow, bytesAtMost: number) {
  return async (
    address: string,
    account: Account,
    asked: DavQuestion,
    signal: AbortSignal,
  ): Promise<DavAnswer> => {
    try {
      const reached = await follow(address, signedBy(account, anonymously(asked)), signal, true)
      if (!reached) return unreachable
      const { url, status, response } = reached
      if (status === 207) {
        return { kind: 'answered', url, bytes: await readBody(response, bytesAtMost) }
      }
      response.destroy()
      return { ...failureOf(response, status), status }
    } catch (error) {
      return whyNot(error, signal)
    }
  }
}

export type SentDav =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** Of what was written. */
      readonly etag: string | null
      /** What it means, if this status is none that was hoped for. */
      readonly failure: Failed
    }
  | Failed

export type SendDav = ReturnType<typeof createSendDav>

/** Has a server do something, by the same rules, and takes nothing of its answer but how it went. Never rejects. */
export function createSendDav(follow: Follow) {
  return async (
    address: string,
    account: Account,
    question: Question,
    signal: AbortSignal,
  ): Promise<SentDav> => {
    try {
      const reached = await follow(address, signedBy(account, question), signal, true)
      if (!reached) return unreachable
      const { status, response } = reached
      response.destroy()
      const etag = short(response.headers.etag)
      return { kind: 'answered', status, etag, failure: failureOf(response, status) }
    } catch (error) {
      return whyNot(error, signal)
    }
  }
}

/** The question by itself, without anybody who signs in. */
export function anonymously({ method, depth, body }: DavQuestion): Question {
  const type = 'application/xml; charset=utf-8'
  return { method, headers: { depth, 'content-type': type, accept: type }, body }
}

function signedBy({ userName, password }: Account, question: Question): Question {
  const both = Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')
  return { ...question, headers: { ...question.headers, authorization: `Basic ${both}` } }
}
