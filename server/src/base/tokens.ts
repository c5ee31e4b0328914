import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BookingRecord } from '../domain/bookings/booking.ts'
import type { Pass } from '../domain/calls/entry.ts'
import { day, type Instant, instantOf, plus } from '../domain/time/instant.ts'

/**
 * Secrets in links and headers, each the HMAC-SHA256 of what it opens under SECRET. Nothing is stored, so a
 * repeated request is answered with the same token again.
 */
export interface Tokens {
  readonly linkDays: number
  forHold(id: string): string
  opensHold(token: string, id: string): boolean
  forCustomer(record: CustomersRecord): string
  /** Another one, for who asks when the first is over, until `expiresAt`. */
  forCustomerUntil(record: CustomersRecord, expiresAt: Instant): string
  readCustomer(token: string, record: CustomersRecord & Ending, now: Instant): LinkState
  /** The expert's own link to a session: another than the customer's, and not void with it. */
  forExpert(record: ExpertsRecord): string
  readExpert(token: string, record: ExpertsRecord & Ending, now: Instant): LinkState
  /** Opens one booking's calendar file until `expiresAt`. */
  forCalendar(id: string, expiresAt: Instant): string
  opensCalendar(ticket: string, id: string, now: Instant): boolean
  /** Where calendars read the sessions of this feed: its id, and what nobody can make of it. */
  forFeed(id: string): string
  /** The id of a feed; `null` of an address that was never ours. */
  readFeed(address: string): string | null
  /** The ticket to a room, until `expiresAt`: what it says is in it, for everybody to read. */
  forCall(pass: Pass, expiresAt: Instant): string
  /** What a ticket says; `null` of one that was never ours, or has run out. */
  readCall(ticket: string, now: Instant): Pass | null
  /** What a code is kept as: without SECRET, a stolen store does not tell it. */
  hashOfCode(challengeId: string, code: string): string
  /** What a passkey is to sign, for `about` alone and until `expiresAt`: the browser keeps it. */
  forCeremony(challenge: string, about: string, expiresAt: Instant): string
  /** What was to be signed; `null` of what was never ours, is about something else, or has run out. */
  readCeremony(ceremony: string, about: string, now: Instant): string | null
  /** Names a browser that has proved this address before. */
  forKnownBrowser(email: string, id: string): string
  /** The name of the browser if it has proved this address. */
  knownBrowser(cookie: string, email: string): string | null
  /** Opens the mail of a demo on its own machine. The same at every start, so that browsers need not be told again. */
  forDemoMail(): string
  /** What challenges are signed with. */
  readonly challengeSecret: string
  /** A stranger's address or name as something that cannot be turned back. */
  pseudonym(value: string): string
  /** The same for a line of the log: eight hexadecimal digits, short enough to look for. */
  logMark(value: string): string
}

type CustomersRecord = Pick<BookingRecord, 'id' | 'tokenVersion'>
type ExpertsRecord = Pick<BookingRecord, 'id' | 'expertId'>
type Ending = Pick<BookingRecord, 'endsAt'>

/** `over`: it was right, and its time has passed. `none`: it was never a link to this booking, or is void. */
export type LinkState = 'open' | 'over' | 'none'

/** Of an HMAC-SHA256 in base64url. */
const signatureLength = 43

/** Links to a booking open it until so many days after the session. */
export const defaultLinkDays = 90

export function createTokens(secret: string, linkDays = defaultLinkDays): Tokens {
  const sign = (...parts: readonly (string | number)[]): string =>
    createHmac('sha256', secret).update(parts.join('\0')).digest('base64url')
  const customer = ({ id, tokenVersion }: CustomersRecord): string =>
    sign('manage', 'customer', id, tokenVersion)
  const expert = ({ id, expertId }: ExpertsRecord): string => sign('manage', 'expert', id, expertId)
  const customerUntil = ({ id, tokenVersion }: CustomersRecord, expiresAt: Instant): string =>
    `${expiresAt}.${sign('manage', 'customer', id, tokenVersion, expiresAt)}`
  const linkEnd = ({ endsAt }: Ending): Instant => plus(endsAt, linkDays * day)
  return {
    linkDays,
    forHold: (id) => sign('hold', id),
    opensHold: (token, id) => sameText(token, sign('hold', id)),
    forCustomer: customer,
    forCustomerUntil: customerUntil,
    readCustomer: (token, record, now) => {
      if (sameText(token, customer(record))) return stateAt(now, linkEnd(record))
      const expiresAt = instantOf(Number(/^\d{1,15}(?=\.)/.exec(token)?.[0] ?? 0))
      return sameText(token, customerUntil(record, expiresAt)) ? stateAt(now, expiresAt) : 'none'
    },
    forExpert: expert,
    readExpert: (token, record, now) =>
      sameText(token, expert(record)) ? stateAt(now, linkEnd(record)) : 'none',
    forCalendar: (id, expiresAt) => `${expiresAt}.${sign('calendar', id, expiresAt)}`,
    opensCalendar: (ticket, id, now) => {
      const [expiry = '', signature = ''] = ticket.split('.')
      const expiresAt = instantOf(Number(expiry))
      return sameText(signature, sign('calendar', id, expiresAt)) && now < expiresAt
    },
    forFeed: (id) => `${id}${sign('feed', id)}`,
    readFeed: (address) => {
      const id = address.slice(0, -signatureLength)
      return sameText(address, `${id}${sign('feed', id)}`) ? id : null
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
    forCeremony: (challenge, about, expiresAt) =>
      `${challenge}.${expiresAt}.${sign('ceremony', challenge, about, expiresAt)}`,
    readCeremony: (ceremony, about, now) => {
      const [challenge = '', expiry = '', signature = ''] = ceremony.split('.')
      const expiresAt = instantOf(Number(expiry))
      const isOurs = sameText(signature, sign('ceremony', challenge, about, expiresAt))
      return isOurs && now < expiresAt ? challenge : null
    },
    forKnownBrowser: (email, id) => `${id}.${sign('browser', email.toLowerCase(), id)}`,
    knownBrowser: (cookie, email) => {
      const [id = '', signature = ''] = cookie.split('.')
      return sameText(signature, sign('browser', email.toLowerCase(), id)) ? id : null
    },
    forDemoMail: () => sign('demo mail'),
    challengeSecret: sign('challenges'),
    pseudonym: (value) => sign('pseudonym', value).slice(0, 22),
    logMark: (value) => Buffer.from(sign('log', value), 'base64url').toString('hex', 0, 4),
  }
}

function stateAt(now: Instant, end: Instant): LinkState {
  return now < end ? 'open' : 'over'
}

/** In a time that does not tell how much of it is right. */
export function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
