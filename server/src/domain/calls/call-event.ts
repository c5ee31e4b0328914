import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'

/**
 * `joined`: the first that came of a side; `returned`: came again, or another page of theirs; `there`: a sign of life,
 * every minute; `lost`: the line broke and nobody came back on it; `left`: went, or had to go.
 */
export const callEventKinds = ['joined', 'returned', 'there', 'lost', 'left'] as const

/** What happened to a side of a call. Written once, never changed. */
export interface CallEvent {
  readonly id: string
  readonly bookingId: string
  readonly role: CallRole
  readonly kind: (typeof callEventKinds)[number]
  /** Names the page. */
  readonly seat: string
  /** By the clock of the server that wrote it. */
  readonly at: Instant
  /** Names the run of the server that wrote it: only its own times can be compared. */
  readonly server: string
}
