import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { absences } from '@expertconnect/contract/realtime'
import type { Instant } from '../../domain/time/instant.ts'

export type Absence = (typeof absences)[number]

/** One side of a call: who sits there, or why nobody does. */
export interface SeatState {
  readonly bookingId: string
  readonly role: CallRole
  /** Names the page that sits there; null where nobody does. */
  readonly seat: string | null
  /** Why it is empty; left out where somebody sits there. */
  readonly absence?: Absence
  /** Rises with every change of this side: of two states the one with the greater version is the later one. */
  readonly version: number
  /** It was taken on this server. */
  readonly isHere: boolean
}

export interface SeatTaken {
  readonly bookingId: string
  readonly role: CallRole
  readonly seat: string
  readonly now: Instant
  /** From then on nobody asks for it any more: what is kept of it may be forgotten a day later. */
  readonly until: Instant
}

/** What one seat of a call says to the other. Nobody in between reads the body. */
export interface Signal {
  readonly bookingId: string
  readonly from: string
  readonly to: string
  readonly body: string
}

/**
 * Who sits in which call, and what they say to each other across servers. Nothing of it is durable: it lives as long as
 * the servers that their sockets are on.
 */
export interface CallStorage {
  /**
   * Takes this side for this page on this server, whoever sat there, and answers it. Of two at once one is the later:
   * both are told in this order (`seatChanged`), so that the earlier one learns that it was taken over.
   */
  takeSeat(taken: SeatTaken): Promise<SeatState>
  /**
   * Empties this side if nothing has happened to it since that version; false if something has, or if it is empty.
   * Listeners hear of it (`seatChanged`).
   */
  freeSeat(
    state: Pick<SeatState, 'bookingId' | 'role' | 'version'>,
    absence: Absence,
  ): Promise<boolean>
  /**
   * The sides of a call that were ever taken, as they are now. A seat on a server that died is taken until others have
   * missed its sign of life for seconds; then it is freed as `lost`, and listeners hear of it.
   */
  listSeats(bookingId: string): Promise<readonly SeatState[]>
  /**
   * Told to the listeners of all servers (`signalled`), each at most once, in the order of this server's calls where all
   * arrive. Answered when it is on its way, which does not say that it arrives.
   */
  pass(signal: Signal, now: Instant): Promise<void>
}
