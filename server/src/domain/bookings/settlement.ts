import type { AttendanceOutcome, CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'

/** When somebody was in the room: from the first instant to the last one that is known. */
export interface Stay {
  readonly from: Instant
  readonly to: Instant
}

/** What is known of a session after its room closed. */
export interface Attendance {
  readonly outcome: AttendanceOutcome
  /** By time, without overlaps. Empty of whoever was never there. */
  readonly stays: Readonly<Record<CallRole, readonly Stay[]>>
}

/** What became of a session, written once. */
export interface Settlement extends Attendance {
  readonly settledAt: Instant
}

/** `booked → booked`, and from here on completed or missed. */
export function settle<B extends { readonly version: number }>(
  booking: B,
  { outcome, stays }: Attendance,
  now: Instant,
): B & { readonly settlement: Settlement } {
  const settlement = { outcome, stays, settledAt: now }
  return { ...booking, version: booking.version + 1, settlement }
}

/** Whether somebody came and waited in vain. Of what nobody knows it is not said. */
export function isMissed({
  settlement,
}: {
  readonly settlement?: Settlement | undefined
}): boolean {
  const outcome = settlement?.outcome
  return outcome === 'customer_missed' || outcome === 'expert_missed'
}
