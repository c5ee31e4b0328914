import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancel, move } from '../../../src/domain/bookings/transitions.ts'
import { callRoleOf, type Pass, type Proof, refuseEntry } from '../../../src/domain/calls/entry.ts'
import {
  relayedUntil,
  roomClosesAt,
  roomOpensAt,
  roomStateOf,
} from '../../../src/domain/calls/room.ts'
import {
  formatInstant,
  instantOf,
  type Instant,
  minute,
  plus,
} from '../../../src/domain/time/instant.ts'
import { aBooking, later, span } from '../../storage/fixtures.ts'

const grace = { email: 'grace@example.org', expertId: null, isAdmin: false }
const ada = { email: 'ada@example.org', expertId: 'expert-ada', isAdmin: false }
const root = { email: 'root@example.org', expertId: null, isAdmin: true }
const booking = {
  ...aBooking({ slot: 4, minutes: 60 }),
  customer: { name: 'Grace', email: 'Grace@Example.org' },
  tokenVersion: 3,
}

function passOf(role: Pass['role'], proof: Proof): Pass {
  return { bookingId: booking.id, role, proof }
}
const session = { kind: 'session', sessionId: 'session-1', personId: 'person-1' } as const
const customerLink = passOf('customer', { kind: 'customer_link', tokenVersion: 3 })
const expertLink = passOf('expert', { kind: 'expert_link' })

/** From two hours before it starts to two hours after it ended, around every edge. */
const instants = fc.oneof(
  fc.integer({ min: -120, max: 180 }).map((minutes) => later(booking.startsAt, minutes)),
  fc
    .tuple(
      fc.constantFrom(
        roomOpensAt(booking),
        booking.startsAt,
        booking.endsAt,
        roomClosesAt(booking),
      ),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([edge, off]) => plus(edge, off)),
)

describe('the room of a booking', () => {
  it('opens ten minutes before and closes thirty minutes after', () => {
    expect(formatInstant(booking.startsAt)).toBe('2027-01-12T10:00:00Z')
    expect(formatInstant(roomOpensAt(booking))).toBe('2027-01-12T09:50:00Z')
    expect(formatInstant(roomClosesAt(booking))).toBe('2027-01-12T11:30:00Z')
  })

  it('has the relay until it closes, and before it opens for a test of ten minutes', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const until = relayedUntil(booking, now)
        const isOpen = roomStateOf(booking, now) === 'open'
        expect(until).toBe(isOpen ? roomClosesAt(booking) : plus(now, 10 * minute))
      }),
    )
  })

  it('is early, then open, then over, and never anything before what it was', () => {
    const order = ['early', 'open', 'over']
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        const [before, after] = [roomStateOf(booking, first), roomStateOf(booking, second)]
        expect(order.indexOf(before)).toBeLessThanOrEqual(order.indexOf(after))
        expect(before === 'open').toBe(
          first >= booking.startsAt - 10 * minute && first < booking.endsAt + 30 * minute,
        )
      }),
    )
  })

  it('is that of the new time when the booking was moved, and none of a cancelled one', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -40, max: 40 }), (at, quarters) => {
        const moved = move(booking, 30, span({ slot: 4 + quarters, minutes: 30 }))
        const from = quarters * 15 * minute
        const shifted = instantOf(at - from)
        expect(roomStateOf(moved, at)).toBe(
          roomStateOf({ ...booking, endsAt: later(booking.startsAt, 30) }, shifted),
        )
        expect(roomStateOf(cancel(moved, undefined, at), at)).toBe('cancelled')
      }),
    )
  })
})

describe('who may enter', () => {
  const inTime = booking.startsAt

  it('is one of the two sides: the first that somebody is', () => {
    expect(callRoleOf(['customer'])).toBe('customer')
    expect(callRoleOf(['expert', 'customer'])).toBe('expert')
    expect(callRoleOf(['admin', 'expert'])).toBe('expert')
    expect(callRoleOf(['admin'])).toBeNull()
    expect(callRoleOf([])).toBeNull()
  })

  it('is whoever has the link of that side, and as long as it opens it', () => {
    expect(refuseEntry(customerLink, booking, null, inTime)).toBeNull()
    expect(refuseEntry(expertLink, booking, null, inTime)).toBeNull()
    const newLink = { ...booking, tokenVersion: 4 }
    expect(refuseEntry(customerLink, newLink, null, inTime)).toBe('removed')
    expect(refuseEntry(expertLink, newLink, null, inTime)).toBeNull()
    const crossed = [
      passOf('expert', customerLink.proof),
      passOf('customer', expertLink.proof),
      { ...customerLink, bookingId: 'another-booking' },
    ]
    for (const pass of crossed) expect(refuseEntry(pass, booking, null, inTime)).toBe('removed')
  })

  it('is whoever is signed in as that side, as they are now', () => {
    const asCustomer = passOf('customer', session)
    const asExpert = passOf('expert', session)
    expect(refuseEntry(asCustomer, booking, grace, inTime)).toBeNull()
    expect(refuseEntry(asExpert, booking, ada, inTime)).toBeNull()
    for (const [pass, person] of [
      [asCustomer, ada],
      [asCustomer, root],
      [asCustomer, null],
      [asCustomer, { ...grace, email: 'other@example.org' }],
      [asExpert, grace],
      [asExpert, root],
      [asExpert, { ...ada, expertId: 'expert-bina' }],
      [asExpert, { ...ada, expertId: null }],
    ] as const) {
      expect(refuseEntry(pass, booking, person, inTime)).toBe('removed')
    }
  })

  it('comes in while the room is open and at no other time; who is no party learns no more than that', () => {
    const whys = { early: 'moved', open: null, over: 'over', cancelled: 'cancelled' } as const
    fc.assert(
      fc.property(instants, fc.boolean(), (now: Instant, isCancelled) => {
        const record = isCancelled ? cancel(booking, undefined, now) : booking
        const why = whys[roomStateOf(record, now)]
        for (const pass of [customerLink, expertLink]) {
          expect(refuseEntry(pass, record, null, now)).toBe(why)
        }
        expect(refuseEntry(passOf('customer', session), record, grace, now)).toBe(why)
        expect(refuseEntry(passOf('customer', session), record, ada, now)).toBe('removed')
      }),
    )
  })
})
