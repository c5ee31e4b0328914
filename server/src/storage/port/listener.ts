import type { Committed } from '../../domain/bookings/booking.ts'
import type { SeatState, Signal } from '../../domain/calls/seat.ts'

/** Whoever listens hears what is committed, on whichever server, and never before its commit. */
export interface StorageListener {
  /** Changes of records, each once, in the order of each record's versions. On this server: before they are answered. */
  changed?(changes: readonly Committed[]): void
  /** The schedule, the profile or the listing of an expert. */
  scheduleChanged?(expertId: string): void
  /** Somebody ended this session, or it was forgotten after its end: whoever relies on it must let go. */
  sessionEnded?(sessionId: string): void
  /** What this person may do is not what it was. Somebody new is not told of: nobody relies on them yet. */
  personChanged?(personId: string): void
  /** A side of a call was taken or freed, on whichever server. Of each side: in the order of its versions. */
  seatChanged?(state: SeatState): void
  /** Something was passed to a seat, which may be on this server or not. */
  signalled?(signal: Signal): void
  /** From now on changes may be committed that are not heard of, until `resumed`. */
  interrupted?(): void
  /** `complete`: all that happened meanwhile has been told. Otherwise some of it never will be. */
  resumed?(complete: boolean): void
}
