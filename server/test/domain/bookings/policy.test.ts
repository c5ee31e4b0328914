import { parties } from '@expertconnect/contract/bookings/shapes'
import { attendanceOutcomes } from '@expertconnect/contract/calls/shapes'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BookedRecord,
  type HeldRecord,
  priceOf,
} from '../../../src/domain/bookings/booking.ts'
import { settle } from '../../../src/domain/bookings/settlement.ts'
import {
  allowedActions,
  changeableUntil,
  refuseAction,
  statusOf,
} from '../../../src/domain/bookings/policy.ts'
import { formatInstant, hour, parseInstant, plus } from '../../../src/domain/time/instant.ts'
import {
  book,
  cancel,
  correct,
  move,
  propose,
  release,
  withdraw,
} from '../../../src/domain/bookings/transitions.ts'

const startsAt = parseInstant('2027-01-05T10:00:00Z')
const span = { startsAt, endsAt: plus(startsAt, hour), until: plus(startsAt, hour) }
const hold: HeldRecord = {
  state: 'held',
  id: 'hold-0001',
  expertId: 'expert-1',
  version: 1,
  minutes: 60,
  createdAt: plus(startsAt, -72 * hour),
  expiresAt: plus(startsAt, -71 * hour),
  renewed: true,
  holder: 'somebody',
  ...span,
}
const terms = {
  customer: { name: 'Ada', email: 'ada@example.com', phone: '+44 20 7946 0018' },
  topic: 'Engines',
  timeZone: 'Europe/London',
  hourlyRate: 18_000,
  currency: 'USD',
  cancellationMinutes: 24 * 60,
}
const booking: BookedRecord = book(
  hold,
  { ...span, minutes: 60 },
  terms,
  plus(startsAt, -71 * hour),
)

describe('states and transitions', () => {
  it('keeps one id for life while the version rises by one', () => {
    const moved = move(booking, 30, { ...span, startsAt: plus(startsAt, hour) })
    const cancelled = cancel(moved, 'ill', startsAt)
    expect([hold, booking, moved, cancelled].map((each) => [each.id, each.version])).toEqual([
      ['hold-0001', 1],
      ['hold-0001', 2],
      ['hold-0001', 3],
      ['hold-0001', 4],
    ])
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'ill', topic: 'Engines' })
  })

  it('forgets who held a released slot, and that a booking was a hold', () => {
    expect(release(hold)).not.toHaveProperty('holder')
    expect(booking).not.toHaveProperty('expiresAt')
  })

  it('makes links void only when the address changes, and not for its case', () => {
    const mended = correct(
      booking,
      { customer: { name: 'Ada L.', email: 'ADA@example.com' } },
      startsAt,
    )
    expect(mended.tokenVersion).toBe(1)
    expect(mended.customer.phone).toBe(terms.customer.phone)
    expect(
      correct(booking, { customer: { email: 'ada@other.example' } }, startsAt).tokenVersion,
    ).toBe(2)
  })

  it('removes phone and topic when they are emptied, and only then', () => {
    const emptied = correct(booking, { customer: { phone: '' }, topic: '' }, startsAt)
    expect(emptied.customer).not.toHaveProperty('phone')
    expect(emptied).not.toHaveProperty('topic')
    expect(correct(booking, { topic: 'Other' }, startsAt)).toMatchObject({ topic: 'Other' })
  })
})

describe('who may do what until when', () => {
  const proposal = {
    startsAt: plus(startsAt, 24 * hour),
    endsAt: plus(startsAt, 25 * hour),
    minutes: 60,
    proposedAt: plus(startsAt, -24 * hour),
  }
  const proposed = propose(booking, proposal)
  const until = changeableUntil(booking)

  it('lets the customer cancel and move until the window closes, and correct until the end', () => {
    expect(formatInstant(until)).toBe('2027-01-04T10:00:00Z')
    expect(allowedActions(booking, ['customer'], until)).toEqual([
      'cancel',
      'reschedule',
      'correct',
    ])
    expect(allowedActions(booking, ['customer'], plus(until, 1))).toEqual(['correct'])
    expect(refuseAction(booking, 'customer', 'cancel', plus(until, 1))).toBe('too_late')
    expect(allowedActions(booking, ['customer'], booking.endsAt)).toEqual([])
    expect(refuseAction(booking, 'customer', 'correct', booking.endsAt)).toBe('not_changeable')
  })

  it('lets expert and administrator cancel until the end, and the expert propose as well', () => {
    const last = plus(booking.endsAt, -1)
    expect(allowedActions(booking, ['expert'], last)).toEqual(['cancel', 'propose'])
    expect(allowedActions(booking, ['admin'], last)).toEqual(['cancel'])
    for (const party of ['expert', 'admin'] as const) {
      expect(allowedActions(booking, [party], booking.endsAt)).toEqual([])
      expect(refuseAction(booking, party, 'reschedule', until)).toBe('forbidden')
      expect(refuseAction(booking, party, 'correct', until)).toBe('forbidden')
    }
    expect(refuseAction(booking, 'admin', 'propose', until)).toBe('forbidden')
    expect(refuseAction(booking, 'customer', 'propose', until)).toBe('forbidden')
  })

  it('lets the customer answer a proposal whatever the window, and the expert take it back', () => {
    const late = plus(until, 1)
    expect(allowedActions(proposed, ['customer'], late)).toEqual(['correct', 'accept', 'decline'])
    expect(allowedActions(proposed, ['expert'], late)).toEqual(['cancel', 'propose', 'decline'])
    expect(refuseAction(booking, 'customer', 'accept', late)).toBe('not_changeable')
    expect(refuseAction(booking, 'expert', 'decline', late)).toBe('not_changeable')
    expect(refuseAction(proposed, 'expert', 'accept', late)).toBe('forbidden')
    expect(refuseAction(proposed, 'admin', 'decline', late)).toBe('forbidden')
  })

  it('lets nobody accept what has passed', () => {
    const early = propose(booking, { ...proposal, startsAt: plus(startsAt, -hour) })
    expect(refuseAction(early, 'customer', 'accept', plus(startsAt, -hour))).toBeNull()
    expect(refuseAction(early, 'customer', 'accept', plus(startsAt, 1 - hour))).toBe('too_late')
  })

  it('lets whoever is several parties do what each of them may', () => {
    const late = plus(until, 1)
    expect(allowedActions(booking, ['customer', 'admin'], late)).toEqual(['cancel', 'correct'])
    expect(allowedActions(booking, ['expert', 'customer'], until)).toEqual([
      'cancel',
      'reschedule',
      'correct',
      'propose',
    ])
    expect(allowedActions(booking, [], until)).toEqual([])
  })

  it('lets nobody change what is cancelled, and says who cancelled', () => {
    const cancelled = cancel(proposed, undefined, plus(startsAt, -48 * hour), 'expert')
    for (const party of parties) {
      expect(allowedActions(cancelled, [party], plus(startsAt, -47 * hour))).toEqual([])
    }
    expect(cancelled).not.toHaveProperty('cancelReason')
    expect(cancelled).not.toHaveProperty('proposal')
    expect(cancelled.cancelledBy).toBe('expert')
  })

  it('keeps a proposal through a correction, and drops it by a move or an answer', () => {
    expect(correct(proposed, { topic: 'Other' }, startsAt).proposal).toEqual(proposal)
    expect(move(proposed, 60, span)).not.toHaveProperty('proposal')
    expect(withdraw(proposed)).toEqual({ ...booking, version: proposed.version + 1 })
  })

  it('completes a booking when its end has passed, and never a cancelled one', () => {
    expect(statusOf(booking, plus(booking.endsAt, -1))).toBe('booked')
    expect(statusOf(booking, booking.endsAt)).toBe('completed')
    expect(statusOf(cancel(booking, undefined, startsAt), booking.endsAt)).toBe('cancelled')
  })

  it('calls a session missed only where one side was found to have waited in vain', () => {
    const stays = { customer: [], expert: [] }
    const statuses = attendanceOutcomes.map((outcome) => {
      const settled = settle(booking, { outcome, stays }, booking.endsAt)
      expect(settled).toMatchObject({ version: booking.version + 1, state: 'booked' })
      for (const party of parties) {
        expect(allowedActions(settled, [party], booking.endsAt)).toEqual([])
      }
      return [outcome, statusOf(settled, booking.endsAt)]
    })
    expect(Object.fromEntries(statuses)).toEqual({
      completed: 'completed',
      customer_missed: 'missed',
      expert_missed: 'missed',
      neither_came: 'completed',
      too_short: 'completed',
    })
  })
})

describe('money', () => {
  it('rounds half a cent up, and never by more than half a cent', () => {
    expect(priceOf(18_000, 30)).toBe(9000)
    expect(priceOf(9999, 30)).toBe(5000)
    expect(priceOf(100, 45)).toBe(75)
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(15, 30, 45, 60, 90), (rate, minutes) => {
        const exact = (rate * minutes) / 60
        expect(Math.abs(priceOf(rate, minutes) - exact)).toBeLessThanOrEqual(0.5)
        expect(Number.isInteger(priceOf(rate, minutes))).toBe(true)
      }),
    )
  })
})

describe('instants', () => {
  it('are written as they are read', () => {
    for (const iso of [
      '2027-01-05T10:00:00Z',
      '2027-01-05T10:00:00.123Z',
      '2027-01-05T10:00:30Z',
    ]) {
      expect(formatInstant(parseInstant(iso))).toBe(iso)
    }
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (at) => {
        const minutes = at - (((at % 60_000) + 60_000) % 60_000)
        expect(Date.parse(formatInstant(parseInstant(new Date(minutes).toISOString())))).toBe(
          minutes,
        )
      }),
    )
  })
})
