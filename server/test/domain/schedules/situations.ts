import * as fc from 'fast-check'
import type { LiveRecord } from '../../../src/domain/bookings/booking.ts'
import { instantOf, minute, plus } from '../../../src/domain/time/instant.ts'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { instantArbitrary, scheduleArbitrary, zones } from './schedules.ts'

const liveArbitrary = (now: number) =>
  fc
    .array(
      fc.record({
        start: fc.integer({ min: -8, max: 4 * 96 }),
        quarters: fc.constantFrom(2, 4, 6),
        held: fc.boolean(),
        life: fc.integer({ min: 1, max: 600 }),
      }),
      { maxLength: 30 },
    )
    .map((records) => {
      const base = Math.floor(now / (15 * minute)) * 15 * minute
      const owned = new Set<number>()
      const live: LiveRecord[] = []
      for (const [index, { start, quarters, held, life }] of records.entries()) {
        const startsAt = instantOf(base + start * 15 * minute)
        const endsAt = plus(startsAt, quarters * 15 * minute)
        const span = { startsAt, endsAt, until: endsAt }
        if (cellsOf(span).some((cell) => owned.has(cell))) continue
        for (const cell of cellsOf(span)) owned.add(cell)
        live.push(
          liveRecord(`record-${index}`, span, held ? plus(instantOf(now), life * 1000) : null),
        )
      }
      return live.toSorted((a, b) => a.startsAt - b.startsAt)
    })

export function liveRecord(
  id: string,
  span: Pick<LiveRecord, 'startsAt' | 'endsAt' | 'until'>,
  expiresAt: LiveRecord['createdAt'] | null,
): LiveRecord {
  const base = {
    id,
    expertId: 'expert-1',
    version: 1,
    minutes: 30,
    createdAt: span.startsAt,
    ...span,
  }
  if (expiresAt !== null) return { ...base, state: 'held', expiresAt, renewed: false, holder: 'h' }
  return {
    ...base,
    state: 'booked',
    bookedAt: span.startsAt,
    customer: { name: 'Ada', email: 'ada@example.com' },
    timeZone: 'UTC',
    hourlyRate: 100,
    currency: 'USD',
    tokenVersion: 1,
    cancellationMinutes: 0,
  }
}

/** A schedule, a moment, whoever looks at it from some zone, and what is held or booked around then. */
export const situation = fc
  .tuple(scheduleArbitrary, instantArbitrary, fc.constantFrom(...zones))
  .chain(([schedule, now, timeZone]) =>
    fc.tuple(fc.constant({ schedule, now, timeZone }), liveArbitrary(now)),
  )
