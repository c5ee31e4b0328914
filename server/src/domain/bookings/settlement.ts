import type { AttendanceOutcome, CallRole } from '@expertconnect/contract/calls/shapes'
import { day, type Instant, plus } from '../time/instant.ts'

/** So long after it was settled either side may say that it was otherwise. */
const disputableFor = 7 * day

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

/** One side says that it was otherwise. */
export interface Dispute {
  readonly by: CallRole
  readonly word: string
  readonly at: Instant
}

/** What an administrator found, whatever was found before. */
export interface Decision {
  readonly outcome: AttendanceOutcome
  readonly word?: string | undefined
  /** The address of the administrator. */
  readonly by: string
  readonly at: Instant
}

/** What became of a session. What was found is written once. */
export interface Settlement extends Attendance {
  readonly settledAt: Instant
  /** At most one of each side, in the order that they came. */
  readonly disputes?: readonly Dispute[] | undefined
  readonly decision?: Decision | undefined
}

interface Versioned {
  readonly version: number
}

interface MaybeSettled {
  readonly settlement?: Settlement | undefined
}

interface Settled extends Versioned {
  readonly settlement: Settlement
}

/** `booked → booked`, and from here on completed or missed. */
export function settle<B extends Versioned>(
  booking: B,
  { outcome, stays }: Attendance,
  now: Instant,
): B & Settled {
  const settlement = { outcome, stays, settledAt: now }
  return { ...booking, version: booking.version + 1, settlement }
}

/** `booked → booked`: somebody has to decide. */
export function dispute<B extends Settled>(booking: B, said: Dispute): B {
  const { settlement } = booking
  const disputes = [...(settlement.disputes ?? []), said]
  return { ...booking, version: booking.version + 1, settlement: { ...settlement, disputes } }
}

/** `booked → booked`: it was as the decision says. What was found first stays beside it. */
export function decide<B extends Settled>(booking: B, decision: Decision): B {
  const settlement = { ...booking.settlement, decision }
  return { ...booking, version: booking.version + 1, settlement }
}

/** The last instant at which a side may dispute it. */
export function disputableUntil({ settledAt }: Settlement): Instant {
  return plus(settledAt, disputableFor)
}

/** Why this side may not dispute it at `now`; null if it may. */
export function refuseDispute(
  { settlement }: MaybeSettled,
  by: CallRole,
  now: Instant,
): 'not_changeable' | 'already_there' | null {
  if (!settlement || settlement.decision || now > disputableUntil(settlement)) {
    return 'not_changeable'
  }
  return settlement.disputes?.some((said) => said.by === by) ? 'already_there' : null
}

/** How a disputed one stands, and since when it is disputed; null where nobody disputes it. */
export function disputeOf(
  settlement: Settlement | undefined,
): { readonly state: 'open' | 'decided'; readonly at: Instant } | null {
  const first = settlement?.disputes?.[0]
  return first ? { state: settlement?.decision ? 'decided' : 'open', at: first.at } : null
}

/** What became of it by all that is known now. */
export function outcomeOf({ outcome, decision }: Settlement): AttendanceOutcome {
  return decision?.outcome ?? outcome
}

/** Whether somebody came and waited in vain. Of what nobody knows it is not said. */
export function isMissed({ settlement }: MaybeSettled): boolean {
  const outcome = settlement && outcomeOf(settlement)
  return outcome === 'customer_missed' || outcome === 'expert_missed'
}

/** Without what this side has said of it in words. */
export function withoutWordsOf(settlement: Settlement, role: CallRole): Settlement {
  const { disputes } = settlement
  if (!disputes) return settlement
  const kept = disputes.map((said) => (said.by === role ? { ...said, word: 'Erased' } : said))
  return { ...settlement, disputes: kept }
}
