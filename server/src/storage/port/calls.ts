import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { CallEvent } from '../../domain/calls/call-event.ts'
import type { Absence, SeatState, Signal } from '../../domain/calls/seat.ts'
import type { Instant } from '../../domain/time/instant.ts'

export interface SeatTaken {
  readonly bookingId: string
  readonly role: CallRole
  readonly seat: string
  readonly now: Instant
  /** From then on nobody asks for it any more: what is kept of it may be forgotten a day later. */
  readonly until: Instant
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

/** What happened in calls. It outlives servers, and is kept until what follows from it is no longer disputed. */
export interface CallEventStorage {
  /** One that is there already, by its id, stays as it is. Cut short, some of them may be missing. */
  append(events: readonly CallEvent[]): Promise<void>
  /** In no order. */
  listOf(bookingId: string): Promise<readonly CallEvent[]>
  /** Bookings with an event that nothing was made of yet. */
  listOpen(): Promise<readonly string[]>
  /** Something was made of these events. Others of the same booking may come. */
  settle(events: readonly Pick<CallEvent, 'id'>[]): Promise<void>
  /** Forgets events from before `before`; answers how many. */
  forget(before: Instant): Promise<number>
}
