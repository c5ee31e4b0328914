import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BookingRecord } from '../domain/bookings/booking.ts'
import type { Pass } from '../domain/calls/entry.ts'
import { type Instant, instantOf } from '../domain/time/instant.ts'

/**
 * Secrets in links and headers, each the HMAC-SHA256 of what it opens under SECRET. Nothing is stored, so a
 * repeated request is answered with the same token again.
 */
export interface Tokens {
  forHold(id: string): string
  opensHold(token: string, id: string): boolean
  forCustomer(record: Pick<BookingRecord, 'id' | 'tokenVersion'>): string
  opensBooking(token: string, record: Pick<BookingRecord, 'id' | 'tokenVersion'>): boolean
  /** The expert's own link to a session: another than the customer's, and not void with it. */
  forExpert(record: Pick<BookingRecord, 'id' | 'expertId'>): string
  opensForExpert(token: string, record: Pick<BookingRecord, 'id' | 'expertId'>): boolean
  /** Opens one booking's calendar file until `expiresAt`. */
  forCalendar(id: string, expiresAt: Instant): string
  opensCalendar(ticket: string, id: string, now: Instant): boolean
  /** The ticket to a room, until `expiresAt`: what it says is in it, for everybody to read. */
  forCall(pass: Pass, expiresAt: Instant): string
  /** What a ticket says; `null` of one that was never ours, or has run out. */
  readCall(ticket: string, now: Instant): Pass | null
  /** What a code is kept as: without SECRET, a stolen store does not tell it. */
  hashOfCode(challengeId: string, code: string): string
  /** Names a browser that has proved this address before. */
  forKnownBrowser(email: string, id: string): string
  /** The name of the browser if it has proved this address. */
  knownBrowser(cookie: string, email: string): string | null
  /** Opens the mail of a demo on its own machine. The same at every start, so that browsers need not be told again. */
  forDemoMail(): string
  /** A stranger's address or name as something that cannot be turned back. */
  pseudonym(value: string): string
  /** The same for a line of the log: eight hexadecimal digits, short enough to look for. */
  logMark(value: string): string
}

export function createTokens(secret: string): Tokens {
  const sign = (...parts: readonly (string | number)[]): string =>
    createHmac('sha256', secret).update(parts.join('\0')).digest('base64url')
  const customer = ({ id, tokenVersion }: Pick<BookingRecord, 'id' | 'tokenVersion'>): string =>
    sign('manage', 'customer', id, tokenVersion)
  const expert = ({ id, expertId }: Pick<BookingRecord, 'id' | 'expertId'>): string =>
    sign('manage', 'expert', id, expertId)
  return {
    forHold: (id) => sign('hold', id),
    opensHold: (token, id) => sameText(token, sign('hold', id)),
    forCustomer: customer,
    opensBooking: (token, record) => sameText(token, customer(record)),
    forExpert: expert,
    opensForExpert: (token, record) => sameText(token, expert(record)),
    forCalendar: (id, expiresAt) => `${expiresAt}.${sign('calendar', id, expiresAt)}`,
    opensCalendar: (ticket, id, now) => {
      const [expiry = '', signature = ''] = ticket.split('.')
      const expiresAt = instantOf(Number(expiry))
      return sameText(signature, sign('calendar', id, expiresAt)) && now < expiresAt
    },
    forCall: (pass, expiresAt) => {
      const said = Buffer.from(JSON.stringify({ pass, expiresAt })).toString('base64url')
      return `${said}.${sign('call', said)}`
    },
    readCall: (ticket, now) => {
      const [said = '', signature = ''] = ticket.split('.')
      if (!sameText(signature, sign('call', said))) return null
      // Only what was signed here is read, so that it has this form.
      const { pass, expiresAt } = JSON.parse(Buffer.from(said, 'base64url').toString()) as {
        pass: Pass
        expiresAt: Instant
      }
      return now < expiresAt ? pass : null
    },
    hashOfCode: (challengeId, code) => sign('code', challengeId, code),
    forKnownBrowser: (email, id) => `${id}.${sign('browser', email.toLowerCase(), id)}`,
    knownBrowser: (cookie, email) => {
      const [id = '', signature = ''] = cookie.split('.')
      return sameText(signature, sign('browser', email.toLowerCase(), id)) ? id : null
    },
    forDemoMail: () => sign('demo mail'),
    pseudonym: (value) => sign('pseudonym', value).slice(0, 22),
    logMark: (value) => Buffer.from(sign('log', value), 'base64url').toString('hex', 0, 4),
  }
}

/** In a time that does not tell how much of it is right. */
export function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
