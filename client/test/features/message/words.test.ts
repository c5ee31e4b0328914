import { messageStates } from '@expertconnect/contract/messages/shapes'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { latest, newestFirst, refusal } from '../../../src/features/message/order.ts'
import { askedAgainIn } from '../../../src/features/message/queries.ts'
import { readerWords, stateWords } from '../../../src/features/message/words.ts'
import { sampleMail } from './sample.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()

beforeEach(() => {
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

describe('what became of a mail', () => {
  it.each([
    ['waiting', -2, 'on its way to the mail server'],
    ['waiting', -120, 'waiting for the mail server, and tried again automatically'],
    ['waiting', 300, 'waiting until 12:05'],
    ['waiting', 86_400, 'waiting until Thu 26 Nov, 12:00'],
    ['handed_over', -300, 'handed over to the mail server, 11:55'],
    ['refused', -86_400, 'refused by the mail server, Tue 24 Nov, 12:00'],
    ['expired', -300, 'could not be handed over in time, 11:55'],
    ['dropped', -300, 'no longer needed, 11:55'],
    ['parked', -300, 'could not be sent: the people who run this site have been told'],
  ] as const)('%s at %i s: %s', (state, seconds, words) => {
    expect(stateWords({ state, at: at(seconds) }, 'UTC', now)).toBe(words)
  })

  it('is never called delivered: nobody knows that', () => {
    for (const state of messageStates) {
      for (const seconds of [-7200, -1, 1, 7200]) {
        expect(stateWords({ state, at: at(seconds) }, 'UTC', now)).not.toMatch(/deliver|arriv/)
      }
    }
  })

  it('names its reader from where one looks', () => {
    expect(readerWords('customer', 'customer')).toBe('to you')
    expect(readerWords('customer', 'expert')).toBe('to the customer')
    expect(readerWords('expert', 'admin')).toBe('to the expert')
  })
})

describe('the mails of a booking', () => {
  const first = sampleMail({ at: at(-600) })
  const tried = sampleMail({ kind: 'moved', state: 'waiting', at: at(-5) })
  const later = sampleMail({ kind: 'reminder', state: 'waiting', at: at(900) })

  it('stand with the newest first, told in short by what happened last', () => {
    expect(newestFirst([first, later, tried])).toEqual([later, tried, first])
    expect(latest([first, later, tried], now)).toBe(tried)
    expect(latest([later], now)).toBe(later)
    expect(latest([], now)).toBeUndefined()
  })

  it('are asked for again while one is about to go out, more often at first, and else not', () => {
    expect(askedAgainIn([first, later], now)).toBe(false)
    expect(askedAgainIn([first, tried], now)).toBe(3000)
    expect(askedAgainIn([{ ...tried, at: at(-60) }], now)).toBe(15_000)
    expect(askedAgainIn([], now)).toBe(false)
  })
})

describe('a customer whom mails do not reach', () => {
  const refused = sampleMail({ state: 'refused', at: at(-600), reply: '550 No' })

  it('is one whose last mail was refused', () => {
    expect(refusal([sampleMail({ at: at(-900) }), refused], 'customer', now)).toBe(refused)
    expect(refusal([refused], 'expert', now)).toBeUndefined()
  })

  it('is none after another has gone out, or is going', () => {
    expect(refusal([refused, sampleMail({ at: at(-60) })], 'customer', now)).toBeUndefined()
    const going = sampleMail({ kind: 'corrected', state: 'waiting', at: at(-1) })
    expect(refusal([refused, going], 'customer', now)).toBeUndefined()
  })

  it('remains one when others were not needed, are late, or wait for their time', () => {
    const others = [
      sampleMail({ state: 'dropped', at: at(-60) }),
      sampleMail({ state: 'expired', at: at(-30) }),
      sampleMail({ state: 'waiting', at: at(900) }),
    ]
    expect(refusal([refused, ...others], 'customer', now)).toBe(refused)
  })
})
