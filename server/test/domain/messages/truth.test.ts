import { describe, expect, it } from 'vitest'
import { dropMore, offerMore } from '../../../src/domain/bookings/more-time.ts'
import { cancel, move, propose, withdraw } from '../../../src/domain/bookings/transitions.ts'
import {
  bookingMessage,
  type MessageOfBooking,
  nextAttempt,
} from '../../../src/domain/messages/message.ts'
import { judge } from '../../../src/domain/messages/truth.ts'
import { day, minute, plus } from '../../../src/domain/time/instant.ts'
import { aBooking, now, span } from '../../storage/fixtures.ts'

const booking = aBooking()
const { startsAt, endsAt } = booking

function message(kind: MessageOfBooking['kind'], expiresAt = endsAt): MessageOfBooking {
  const about = { bookingId: booking.id, recipient: 'customer', version: 1, startsAt } as const
  return bookingMessage(about, kind, { owedAt: now, dueAt: now, expiresAt })
}

describe('a message', () => {
  const moved = move(booking, 60, span({ slot: 40 }))
  const cancelled = cancel(booking, undefined, now)

  it.each(['booked', 'moved', 'corrected', 'declined', 'reminder'] as const)(
    'of kind %s is sent while it is true',
    (kind) => {
      expect(judge(message(kind), booking, false, now)).toBe('send')
      expect(judge(message(kind), booking, false, plus(endsAt, -1))).toBe('send')
      expect(judge(message(kind), booking, false, endsAt)).toBe('expired')
      expect(judge(message(kind), moved, false, now)).toBe('dropped')
      expect(judge(message(kind), cancelled, false, now)).toBe('dropped')
      expect(judge(message(kind), null, false, now)).toBe('dropped')
    },
  )

  it('that a later one makes void is dropped, but for reminders', () => {
    expect(judge(message('booked'), booking, true, now)).toBe('dropped')
    expect(judge(message('reminder'), booking, true, now)).toBe('send')
  })

  it('of a cancellation is sent of what is cancelled alone', () => {
    const late = plus(endsAt, day)
    expect(judge(message('cancelled', late), cancelled, false, endsAt)).toBe('send')
    expect(judge(message('cancelled', late), cancelled, false, late)).toBe('expired')
    expect(judge(message('cancelled', late), booking, false, now)).toBe('dropped')
    expect(judge(message('cancelled', late), null, false, now)).toBe('dropped')
  })

  it('of a proposal is sent while the proposal stands', () => {
    const proposed = propose(booking, { ...span({ slot: 40 }), proposedAt: now })
    expect(judge(message('proposed'), proposed, false, now)).toBe('send')
    expect(judge(message('proposed'), withdraw(proposed), false, now)).toBe('dropped')
  })

  it('of an offer of more time is sent while that stands', () => {
    const offered = offerMore(booking, 'expert', now)
    expect(judge(message('proposed'), offered, false, now)).toBe('send')
    expect(judge(message('proposed'), dropMore(offered), false, now)).toBe('dropped')
    expect(judge(message('proposed'), offerMore(booking, 'customer', now), false, now)).toBe(
      'dropped',
    )
  })

  it('that was refused for the moment is tried again after 1, 5, 15 and 30 minutes, while it is of use', () => {
    const expiresAt = plus(now, 31 * minute)
    const waits = [0, 1, 2, 3, 4, 9].map((attempts) => nextAttempt({ attempts, expiresAt }, now))
    expect(waits).toEqual([1, 5, 15, 30, 30, 30].map((each) => plus(now, each * minute)))
    expect(nextAttempt({ attempts: 3, expiresAt: plus(now, 30 * minute) }, now)).toBeNull()
  })
})
