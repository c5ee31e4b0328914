import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BookedRecord,
  type HeldRecord,
  isLive,
  sameTime,
  type SlotRecord,
  type Span,
} from '../../../src/domain/bookings/booking.ts'
import {
  book,
  cancel,
  changeOf,
  correct,
  isChangeable,
  isConfirmable,
  move,
  propose,
  release,
} from '../../../src/domain/bookings/transitions.ts'
import { hour, instantOf, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'

const now = parseInstant('2027-01-11T08:00:00Z')
const terms = {
  customer: { name: 'Grace', email: 'grace@example.org' },
  topic: undefined,
  timeZone: 'UTC',
  hourlyRate: 100,
  currency: 'USD',
  cancellationMinutes: 60,
}

const spanArbitrary: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(3), fc.integer({ min: 1, max: 2 }), fc.nat(1))
  .map(([start, length, gap]) => {
    const startsAt = plus(now, start * hour)
    const endsAt = plus(startsAt, length * hour)
    return { startsAt, endsAt, until: plus(endsAt, gap * hour) }
  })

const holdArbitrary: fc.Arbitrary<HeldRecord> = fc
  .record({
    id: fc.constantFrom('a', 'b'),
    expertId: fc.constantFrom('ada', 'bina'),
    version: fc.integer({ min: 1, max: 3 }),
    span: spanArbitrary,
    expiresAt: fc.integer({ min: -1, max: 1 }).map((minutes) => plus(now, minutes * minute)),
  })
  .map(({ span, ...fields }) => ({
    ...fields,
    ...span,
    state: 'held',
    minutes: 60,
    createdAt: now,
    renewed: false,
    holder: 'somebody',
  }))

const bookingArbitrary: fc.Arbitrary<BookedRecord> = holdArbitrary.map((hold) =>
  book(hold, hold, terms, now),
)

const recordArbitrary: fc.Arbitrary<SlotRecord> = fc.oneof(
  holdArbitrary,
  bookingArbitrary,
  holdArbitrary.map(release),
  bookingArbitrary.map((booking) => cancel(booking, undefined, now)),
)

describe('a hold', () => {
  it('is confirmed by the booking that follows it, until it runs out', () => {
    fc.assert(
      fc.property(holdArbitrary, spanArbitrary, (hold, span) => {
        const booking = book(hold, { ...span, minutes: 60 }, terms, now)
        expect(isConfirmable(hold, booking, now)).toBe(hold.expiresAt > now)
      }),
    )
  })

  it('is confirmed by no booking of another id, version or expert, and is the only one that can be', () => {
    fc.assert(
      fc.property(fc.option(recordArbitrary), bookingArbitrary, (stored, booking) => {
        if (!isConfirmable(stored, booking, now)) return
        expect(stored.state).toBe('held')
        expect([stored.id, stored.version + 1, stored.expertId]).toEqual([
          booking.id,
          booking.version,
          booking.expertId,
        ])
      }),
    )
  })

  it('that ran out can be released, and nothing else', () => {
    fc.assert(
      fc.property(holdArbitrary, spanArbitrary, (hold, span) => {
        const moved = { ...hold, ...span, version: hold.version + 1 }
        expect(isChangeable(hold, release(hold), now)).toBe(true)
        expect(isChangeable(hold, moved, now)).toBe(hold.expiresAt > now)
      }),
    )
  })
})

describe('a change', () => {
  it('follows the version that is stored, of a record that is live', () => {
    fc.assert(
      fc.property(fc.option(recordArbitrary), recordArbitrary, (stored, next) => {
        if (!isChangeable(stored, next, now)) return
        expect(isLive(stored)).toBe(true)
        expect(stored.version).toBe(next.version - 1)
      }),
    )
  })

  it('is told with the time that it frees, if it moves to another', () => {
    fc.assert(
      fc.property(bookingArbitrary, spanArbitrary, (booking, span) => {
        const moved = move(booking, 60, span)
        const { startsAt, endsAt, until } = booking
        expect(changeOf(booking, moved)).toEqual(
          sameTime(booking, span)
            ? { kind: 'corrected' }
            : { kind: 'moved', from: { startsAt, endsAt, until } },
        )
      }),
    )
  })

  it('is told by what it is', () => {
    fc.assert(
      fc.property(holdArbitrary, bookingArbitrary, (hold, booking) => {
        const proposal = { startsAt: now, endsAt: plus(now, hour), minutes: 60, proposedAt: now }
        expect(changeOf(hold, release(hold))).toEqual({ kind: 'released' })
        expect(changeOf(hold, { ...hold, version: hold.version + 1 })).toEqual({ kind: 'held' })
        expect(changeOf(booking, cancel(booking, 'Ill', now))).toEqual({ kind: 'cancelled' })
        expect(changeOf(booking, correct(booking, { topic: 'x' }, now))).toEqual({
          kind: 'corrected',
        })
        expect(changeOf(booking, propose(booking, proposal))).toEqual({ kind: 'corrected' })
      }),
    )
  })

  it('that no record can go through is a fault', () => {
    fc.assert(
      fc.property(holdArbitrary, bookingArbitrary, (hold, booking) => {
        const stranger = { ...booking, expertId: `not ${booking.expertId}` }
        expect(() => changeOf(booking, stranger)).toThrow(booking.id)
        expect(() => changeOf(hold, book(hold, hold, terms, now))).toThrow(hold.id)
        expect(() => changeOf(booking, { ...hold, expertId: booking.expertId })).toThrow(hold.id)
        expect(() => changeOf(release(hold), hold)).toThrow(hold.id)
      }),
    )
  })
})

describe('a time', () => {
  it('is the same with the same start, end and gap alone', () => {
    fc.assert(
      fc.property(spanArbitrary, fc.constantFrom('startsAt', 'endsAt', 'until'), (span, edge) => {
        expect(sameTime(span, { ...span })).toBe(true)
        expect(sameTime(span, { ...span, [edge]: instantOf(span[edge] + 1) })).toBe(false)
      }),
    )
  })
})
