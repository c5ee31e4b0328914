import type { Instant } from '../domain/time/instant.ts'

/** What the reader's calendar shall do: a part of the mail, and the same as a file beside it. */
export interface Invite {
  readonly method: 'REQUEST' | 'CANCEL'
  /** An iCalendar file (RFC 5545) with the same METHOD. */
  readonly file: string
}

/** One mail to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same words for readers that show more than text. */
  readonly html: string
  readonly invite?: Invite
  /** Of a code: it opens nothing from then on, and no copy of the mail need be kept. */
  readonly until?: Instant
}
