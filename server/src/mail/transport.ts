import type { Instant } from '../domain/time/instant.ts'
import type { Mail } from './mail.ts'

/** Fixed before the first attempt: by it a mail that is sent again is known as the same one. */
export interface Stamp {
  /** Message-ID (RFC 5322), with its angle brackets. */
  readonly messageId: string
  readonly date: Instant
}

/** What came of an attempt to hand a mail over. `reply` and `reason` are one line, without a secret. */
export type Handover =
  | { readonly kind: 'handed_over'; readonly reply: string }
  /** Not this mail, whenever it is tried: 5xx. */
  | { readonly kind: 'refused'; readonly reply: string }
  /** Not this mail, not now: 4xx. */
  | { readonly kind: 'deferred'; readonly reply: string }
  /** The line broke when the mail was under way: it may have arrived. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Says nothing about the mail: the server of mail could not be reached, or does not let us in. */
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Within this time an attempt ends, in milliseconds, whatever the other side does: a lease on a mail must be longer. */
export const longestHandover = 90_000

/** The way that mails go: an SMTP server, or a folder of this machine. */
export interface Transport {
  /** Never rejects, and comes back within `longestHandover`. */
  handOver(mail: Mail, stamp: Stamp): Promise<Handover>
  /** Why no mail could be handed over now, in a line for whoever hosts it; null where it could. */
  check(): Promise<string | null>
  close(): Promise<void>
}
