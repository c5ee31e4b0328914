import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cancel,
  correct,
  eraseCustomer,
  move,
  readdress,
} from '../../../src/domain/bookings/transitions.ts'
import { dropMore, lengthen, offerMore } from '../../../src/domain/bookings/more-time.ts'
import { messagesOf, nextReminder, tellingOf } from '../../../src/domain/messages/owed.ts'
import { day, hour, type Instant, minute, plus } from '../../../src/domain/time/instant.ts'
import { aBooking, aHold, next, now, span } from '../../storage/fixtures.ts'

const kindsOf = (...asked: Parameters<typeof tellingOf>) =>
  tellingOf(...asked).owed.map(({ kind, recipient }) => `${kind} to ${recipient}`)

describe('whom a change must be told', () => {
  const booking = aBooking()

  it('nobody of holds', () => {
    const hold = aHold()
    expect(tellingOf(null, hold, now)).toEqual({ owed: [] })
    expect(tellingOf(hold, next(hold, { renewed: true }), now)).toEqual({ owed: [] })
  })

  it('says how things were before and are then', () => {
    const moved = move(booking, 30, span({ slot: 8, minutes: 30 }))
    const { owed } = tellingOf(booking, moved, now)
    expect(owed[0]).toEqual({
      kind: 'moved',
      recipient: 'customer',
      version: 2,
      startsAt: moved.startsAt,
      endsAt: moved.endsAt,
      at: now,
      from: { startsAt: booking.startsAt, endsAt: booking.endsAt },
    })
  })

  it('of more time what was agreed, and what is offered while nobody is in the room', () => {
    const { startsAt, endsAt } = booking
    const opens = plus(startsAt, -10 * minute)
    const early = offerMore(booking, 'expert', now)
    expect(kindsOf(booking, early, now, 'expert')).toEqual(['proposed to customer'])
    expect(kindsOf(booking, early, plus(opens, -1), 'expert')).toHaveLength(1)
    expect(kindsOf(booking, early, opens, 'expert')).toEqual([])
    expect(kindsOf(early, dropMore(early), now, 'customer')).toEqual(['declined to expert'])
    expect(kindsOf(early, dropMore(early), now, 'expert')).toEqual([])
    expect(kindsOf(early, dropMore(early), opens, 'customer')).toEqual([])
    expect(kindsOf(booking, offerMore(booking, 'customer', opens), opens, 'customer')).toEqual([])
    const longer = lengthen(early, { startsAt, endsAt: plus(endsAt, minute), until: endsAt })
    const telling = tellingOf(early, longer, plus(startsAt, minute), 'customer')
    expect(telling.owed.map(({ kind }) => kind)).toEqual(['moved', 'moved'])
    expect(telling.owed[0]).toMatchObject({ startsAt, from: { startsAt, endsAt } })
    // It goes on already: nobody is reminded of its beginning.
    expect(telling.remindAt).toBeNull()
    expect(tellingOf(early, longer, plus(startsAt, -2 * hour)).remindAt).toBe(plus(startsAt, -hour))
  })

  it('the customer of a new address, while the session is to come', () => {
    const { endsAt } = booking
    expect(kindsOf(booking, readdress(booking, 'a@b.example'), plus(endsAt, -1))).toEqual([
      'corrected to customer',
    ])
    expect(kindsOf(booking, readdress(booking, 'a@b.example'), endsAt)).toEqual([])
    expect(kindsOf(booking, eraseCustomer(booking, 'a@b.example'), endsAt)).toEqual([])
    const cancelled = cancel(booking, undefined, now)
    expect(kindsOf(cancelled, readdress(cancelled, 'a@b.example'), now)).toEqual([])
    expect(kindsOf(booking, correct(booking, { customer: { name: 'Grace' } }, now), now)).toEqual(
      [],
    )
  })

  it('leaves the reminders alone unless the time changes', () => {
    expect(tellingOf(booking, correct(booking, { topic: 'Else' }, now), now)).not.toHaveProperty(
      'remindAt',
    )
    expect(tellingOf(booking, cancel(booking, undefined, now), now).remindAt).toBeNull()
  })
})

describe('reminders', () => {
  const minutes = (most: number) =>
    fc.integer({ min: -most, max: most }).map((each) => each * minute)

  it('come a day, an hour and ten minutes before, and after the given time', () => {
    fc.assert(
      fc.property(minutes(3 * 24 * 60), (ahead) => {
        const startsAt = plus(now, ahead)
        const found: number[] = []
        for (let at: Instant | null = now; (at = nextReminder(startsAt, at)) !== null;) {
          found.push(startsAt - at)
        }
        expect(found).toEqual([day, hour, 10 * minute].filter((lead) => lead < ahead))
      }),
    )
  })

  it('are made for both, once for each look, of the last time that has passed, and never after the start', () => {
    fc.assert(
      fc.property(minutes(2 * 24 * 60), minutes(3 * 24 * 60), (before, later) => {
        const booking = aBooking()
        const remindAt = nextReminder(
          booking.startsAt,
          plus(booking.startsAt, -day - minute - Math.abs(before)),
        )
        const at = plus(booking.startsAt, later)
        const made = messagesOf(booking, [], remindAt, at)
        const passed = [day, hour, 10 * minute].filter((lead) => later >= -lead)
        const due = later < 0 && remindAt !== null ? passed.at(-1) : undefined
        const leads = made.messages.map(({ dueAt }) => booking.startsAt - dueAt)
        expect(leads).toEqual(due === undefined ? [] : [due, due])
        expect(made.messages.every(({ expiresAt }) => expiresAt > at)).toBe(true)
        expect(made.remindAt === null || made.remindAt > at).toBe(true)
        expect(messagesOf(booking, [], made.remindAt, at).messages).toEqual([])
      }),
    )
  })
})
