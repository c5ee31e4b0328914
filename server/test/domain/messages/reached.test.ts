import { describe, expect, it } from 'vitest'
import { bookingMessage, type MessageOfBooking } from '../../../src/domain/messages/message.ts'
import { unreached } from '../../../src/domain/messages/reached.ts'
import { minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'

const now = parseInstant('2027-01-11T12:00:00Z')
const ago = (minutes: number) => plus(now, -minutes * minute)

function message(
  bookingId: string,
  state: MessageOfBooking['state'],
  minutesAgo: number,
  recipient: 'customer' | 'expert' = 'customer',
): MessageOfBooking {
  const at = ago(minutesAgo)
  const times = { owedAt: at, dueAt: at, expiresAt: plus(now, 60 * minute) }
  const about = { bookingId, recipient, version: 1, startsAt: plus(now, 30 * minute) }
  return {
    ...bookingMessage(about, 'booked', times),
    state,
    settledAt: state === 'waiting' ? null : at,
  }
}

describe('a customer', () => {
  it.each([
    ['is not reached where the last mail was refused', [message('a', 'refused', 5)], ['a']],
    [
      'is reached where a later one was taken',
      [message('a', 'refused', 5), message('a', 'handed_over', 2)],
      [],
    ],
    [
      'is not reached where an earlier one was taken',
      [message('a', 'handed_over', 5), message('a', 'refused', 2)],
      ['a'],
    ],
    [
      'may be reached by one that is being tried',
      [message('a', 'refused', 5), message('a', 'waiting', 1)],
      [],
    ],
    [
      'is not reached by what is only to come',
      [message('a', 'refused', 5), message('a', 'waiting', -60)],
      ['a'],
    ],
    [
      'is not reached by what was not needed',
      [message('a', 'refused', 5), message('a', 'dropped', 1)],
      ['a'],
    ],
    ['is another than the expert', [message('a', 'refused', 5, 'expert')], []],
    [
      'is one of several',
      [message('a', 'refused', 5), message('b', 'handed_over', 1), message('c', 'refused', 9)],
      ['a', 'c'],
    ],
  ])('%s', (_, messages, expected) => {
    expect([...unreached(messages, now)]).toEqual(expected)
    expect([...unreached(messages.toReversed(), now)].toSorted()).toEqual(expected)
  })
})
