import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'

/** What a side says of coming later. It moves nothing. */
export interface SaidLate {
  readonly minutes?: 5 | 10 | 15 | undefined
  readonly word?: string | undefined
  readonly at: Instant
}

export type Late = Readonly<Partial<Record<CallRole, SaidLate>>>

/** A session that is over has no beginning to be late for. */
export function maySayLate({ endsAt }: { readonly endsAt: Instant }, now: Instant): boolean {
  return now < endsAt
}

/** `booked → booked` with what a side says; `null` takes it back. */
export function sayLate<B extends { readonly version: number; readonly late?: Late | undefined }>(
  booking: B,
  role: CallRole,
  said: SaidLate | null,
): B {
  const { late, ...kept } = booking
  const { [role]: _before, ...others } = late ?? {}
  const next: Late = said ? { ...others, [role]: said } : others
  const isAnybody = Object.keys(next).length > 0
  return {
    ...kept,
    ...(isAnybody ? { late: next } : {}),
    version: booking.version + 1,
  } as unknown as B
}
