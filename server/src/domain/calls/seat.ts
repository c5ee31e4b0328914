import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'
import type { absences } from '@expertconnect/contract/realtime'

export type Absence = (typeof absences)[number]

/** One side of a call: who sits there, or why nobody does. */
export interface SeatState {
  readonly bookingId: string
  readonly role: CallRole
  /** Names the page that sits there; null where nobody does. */
  readonly seat: string | null
  /** Why it is empty; left out where somebody sits there. */
  readonly absence?: Absence
  /** Since when somebody sits there without a break, or sat there last. Left out where it was not kept. */
  readonly since?: Instant | undefined
  /** Rises with every change of this side: of two states the one with the greater version is the later one. */
  readonly version: number
  /** It was taken on this server. */
  readonly isHere: boolean
}

/** What one seat of a call says to the other. Nobody in between reads the body. */
export interface Signal {
  readonly bookingId: string
  readonly from: string
  readonly to: string
  readonly body: string
}
