import type { Stamp } from '../domain/messages/message.ts'
import type { Mail } from './mail.ts'

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

/** So many at a time: more would wait for each other, with their leases running. */
export const handoversAtOnce = 4

/** The way that mails go: an SMTP server, or a folder of this machine. */
export interface Transport {
  /** Never rejects, and comes back within `longestHandover`. */
  handOver(mail: Mail, stamp: Stamp): Promise<Handover>
  /** Why no mail could be handed over now, in a line for whoever hosts it; null where it could. */
  check(): Promise<string | null>
  close(): Promise<void>
}
