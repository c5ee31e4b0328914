import { heldUpBeforeMs } from '@expertconnect/contract/calls/routes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHeldUp } from '../../../src/domain/calls/overrun.ts'
import { type Instant, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'

const ten = parseInstant('2027-01-12T10:00:00Z')

const seatsOf = (...roles: ('customer' | 'expert')[]) =>
  (['customer', 'expert'] as const).map((role) => ({
    role,
    seat: roles.includes(role) ? `seat of ${role}` : null,
  }))

const session = (from: Instant, minutes: number, ...there: ('customer' | 'expert')[]) => ({
  startsAt: from,
  endsAt: plus(from, minutes * minute),
  seats: seatsOf(...there),
})

const next = (...there: ('customer' | 'expert')[]) => ({
  ...session(ten, 30, ...there),
  state: 'booked' as const,
})

describe('an expert', () => {
  const before = session(plus(ten, -60 * minute), 60, 'customer', 'expert')

  it('is held up by a session that goes on when the next one begins, from just before it until its end', () => {
    const at = (milliseconds: number) =>
      isHeldUp(next('customer'), [before], plus(ten, milliseconds))
    expect(at(-heldUpBeforeMs - 1)).toBe(false)
    expect(at(-heldUpBeforeMs)).toBe(true)
    expect(at(0)).toBe(true)
    expect(at(30 * minute - 1)).toBe(true)
    expect(at(30 * minute)).toBe(false)
  })

  it('is held up by nothing once either of them has left, or the expert has come', () => {
    for (const there of [[], ['customer'], ['expert']] as const) {
      expect(isHeldUp(next(), [{ ...before, seats: seatsOf(...there) }], ten)).toBe(false)
    }
    expect(isHeldUp(next('expert'), [before], ten)).toBe(false)
    expect(isHeldUp({ ...next(), state: 'cancelled' }, [before], ten)).toBe(false)
    expect(isHeldUp(next(), [], ten)).toBe(false)
  })

  it('is held up by what lies before it and has an open room, and not by what comes later', () => {
    const long = { ...next(), endsAt: plus(ten, 120 * minute) }
    expect(isHeldUp(long, [before], plus(ten, 30 * minute - 1))).toBe(true)
    expect(isHeldUp(long, [before], plus(ten, 30 * minute))).toBe(false)
    const longAgo = session(plus(ten, -90 * minute), 60, 'customer', 'expert')
    expect(isHeldUp(next(), [longAgo], ten)).toBe(false)
    const behind = session(plus(ten, 30 * minute), 30, 'customer', 'expert')
    expect(isHeldUp(next(), [behind], ten)).toBe(false)
  })
})

describe('whatever sessions there are', () => {
  const role = fc.constantFrom('customer', 'expert')
  const aSession = fc
    .tuple(fc.integer({ min: -12, max: 8 }), fc.constantFrom(15, 30, 60, 90), fc.uniqueArray(role))
    .map(([quarters, minutes, there]) =>
      session(plus(ten, quarters * 15 * minute), minutes, ...there),
    )
  const situation = fc.record({
    before: fc.array(aSession, { maxLength: 4 }),
    there: fc.uniqueArray(role),
    now: fc.integer({ min: -20 * minute, max: 50 * minute }).map((after) => plus(ten, after)),
  })

  it('being held up is being in a room before it with somebody, in its time, and not being here', () => {
    fc.assert(
      fc.property(situation, ({ before, there, now }) => {
        const told = isHeldUp(next(...there), before, now)
        const isItsTime = now >= ten - minute && now < ten + 30 * minute
        const inAnother = before.some(
          ({ endsAt, seats }) =>
            endsAt <= ten &&
            Math.max(now, ten) < endsAt + 30 * minute &&
            seats.every(({ seat }) => seat !== null),
        )
        expect(told).toBe(isItsTime && inAnother && !there.includes('expert'))
      }),
    )
  })

  it('none of it depends on their order, on who the customer is, or on whether that one has come here', () => {
    fc.assert(
      fc.property(situation, fc.string(), ({ before, there, now }, name) => {
        const told = isHeldUp(next(...there), before, now)
        const renamed = before.map(({ seats, ...times }) => ({
          ...times,
          seats: seats.map((each) => (each.seat === null ? each : { ...each, seat: name })),
        }))
        expect(isHeldUp(next(...there), renamed.toReversed(), now)).toBe(told)
        const others = there.includes('customer')
          ? there.filter((each) => each !== 'customer')
          : [...there, 'customer' as const]
        expect(isHeldUp(next(...others), before, now)).toBe(told)
      }),
    )
  })

  it('nothing that ends makes it true: once nobody is held up, only somebody who comes back changes that', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 60 }), ({ before, there, now }, minutes) => {
        const from = plus(ten, Math.max(-minute, now - ten))
        if (isHeldUp(next(...there), before, from)) return
        expect(isHeldUp(next(...there), before, plus(from, minutes * minute))).toBe(false)
      }),
    )
  })
})
