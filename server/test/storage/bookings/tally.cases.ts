import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attendanceOutcomes } from '@expertconnect/contract/calls/shapes'
import { type BookingRecord, priceOf } from '../../../src/domain/bookings/booking.ts'
import { statusOf } from '../../../src/domain/bookings/policy.ts'
import { decide, settle } from '../../../src/domain/bookings/settlement.ts'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import { ada, aBooking, bina, emptyContent, fresh, later, now } from '../fixtures.ts'
import type { OpenStore } from '../store.ts'

interface Made {
  readonly expertId: string
  readonly minutes: number
  readonly hourlyRate: number
  readonly kind: 'booked' | 'cancelled' | 'settled' | 'decided'
  readonly outcome: (typeof attendanceOutcomes)[number]
  readonly decided: (typeof attendanceOutcomes)[number]
}

const made: fc.Arbitrary<Made> = fc.record({
  expertId: fc.constantFrom(ada, bina),
  minutes: fc.constantFrom(15, 30, 45, 60, 90),
  hourlyRate: fc.integer({ min: 0, max: 99_999 }),
  kind: fc.constantFrom('booked', 'cancelled', 'settled', 'decided'),
  outcome: fc.constantFrom(...attendanceOutcomes),
  decided: fc.constantFrom(...attendanceOutcomes),
})

const stays = { customer: [], expert: [] }

/** One after the other, an hour and a half and more apart. */
function bookingOf({ kind, outcome, decided, ...fields }: Made, index: number): BookingRecord {
  const booking = aBooking({ id: fresh('booking'), slot: 8 * index, ...fields })
  if (kind === 'cancelled') return cancel(booking, 'Ill', now)
  if (kind === 'booked') return booking
  const settled = settle(booking, { outcome, stays }, now)
  if (kind === 'settled') return settled
  return decide(settled, { outcome: decided, by: 'admin@example.org', at: now })
}

export function tallyCases(open: OpenStore): void {
  describe('the tally', () => {
    it('counts as the domain does, of one expert and of all, whatever the bookings are', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(made, { maxLength: 12 }), fc.nat(100), async (all, part) => {
          const bookings = all.map(bookingOf)
          const { storage, dispose } = await open()
          await storage.fill({ ...emptyContent(), bookings })
          const asOf = later(now, 15 * part)
          const from = later(now, 120)
          const before = later(now, 15 * 70)
          for (const expertId of [ada, undefined]) {
            const theirs = bookings.filter(
              (each) =>
                (expertId === undefined || each.expertId === expertId) &&
                each.startsAt >= from &&
                each.startsAt < before,
            )
            const tally = await storage.bookings.tally({ expertId, from, before, now: asOf })
            expect(tally).toEqual(tallied(theirs, asOf))
          }
          await dispose()
        }),
        { numRuns: 25 },
      )
    })
  })
}

function tallied(bookings: readonly BookingRecord[], asOf: Instant) {
  const of = (status: string) => bookings.filter((each) => statusOf(each, asOf) === status)
  const held = of('completed')
  return {
    held: held.length,
    // What is still to come was settled by nobody.
    missed: of('missed').filter(({ endsAt }) => endsAt <= asOf).length,
    cancelled: of('cancelled').length,
    minutes: held.reduce((sum, { minutes }) => sum + minutes, 0),
    earned: held.reduce((sum, each) => sum + priceOf(each.hourlyRate, each.minutes), 0),
  }
}
