import type { Presence } from '@expertconnect/contract/bookings/attendance'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  beginningsForCustomer,
  beginningsForExpert,
} from '../../../src/features/booking/beginning/beginnings-of.ts'
import {
  lateMarkOf,
  waitingMark,
  waitingMoments,
} from '../../../src/features/booking/beginning/moments.ts'
import {
  isGoingOn,
  otherLate,
  presenceWords,
} from '../../../src/features/booking/facts/presence-words.ts'
import { RoomNote } from '../../../src/features/booking/facts/room-note.tsx'
import { sampleBooking } from './sample.ts'

const there = { state: 'there', since: '2030-11-25T08:52:00Z' } as const
const lost = { state: 'lost' } as const
const left = { state: 'left' } as const
const withIn = (presence: Presence) => sampleBooking({ presence })
const { expert, customer } = sampleBooking()

describe('who is in an open room', () => {
  it.each<[Presence, string | null, string | null, boolean]>([
    [{}, null, null, false],
    [{ expert: there }, `${expert.name} is waiting for you`, null, false],
    [{ customer: there }, null, `${customer?.name} is waiting for you`, false],
    [
      { expert: there, customer: there },
      'Your session is going on',
      'Your session is going on',
      true,
    ],
    [
      { expert: there, customer: lost },
      `${expert.name} is waiting for you`,
      `${customer?.name} is reconnecting`,
      true,
    ],
    [
      { expert: there, customer: left },
      `${expert.name} is waiting for you`,
      `${customer?.name} has left the room`,
      false,
    ],
    [{ expert: left }, `${expert.name} has left the room`, null, false],
  ])('%j is said to each side', (presence, toCustomer, toExpert, goesOn) => {
    const booking = withIn(presence)
    expect(presenceWords(booking, 'customer')).toBe(toCustomer)
    expect(presenceWords(booking, 'expert')).toBe(toExpert)
    expect(isGoingOn(booking)).toBe(goesOn)
  })

  it('and waits is told of in the title and once for each time that they came', () => {
    const waiting = withIn({ expert: there })
    expect(waitingMark(beginningsForCustomer([waiting]))).toBe(`● ${expert.name} is waiting`)
    expect(waitingMoments(beginningsForCustomer([sampleBooking(), waiting]))).toHaveLength(1)
    expect(waitingMark(beginningsForExpert([waiting]))).toBeNull()
    expect(
      waitingMark(beginningsForCustomer([withIn({ expert: there, customer: there })])),
    ).toBeNull()
  })

  it('is not late any more: neither the page nor the title says so', () => {
    const late = { expert: { minutes: 10, at: '2030-11-25T08:50:00Z' } } as const
    const coming = sampleBooking({ late })
    const come = sampleBooking({ late, presence: { expert: there, customer: there } })
    expect(otherLate(coming, 'customer')).toEqual(late.expert)
    expect(lateMarkOf(beginningsForCustomer([coming]))).toBe(`● ${expert.name} is 10 min late`)
    expect([otherLate(come, 'customer'), otherLate(coming, 'expert')]).toEqual([
      undefined,
      undefined,
    ])
    expect(lateMarkOf(beginningsForCustomer([come]))).toBeNull()
  })

  it('and who is still in a session is said to the customer alone, in the title unless they said more', () => {
    const heldUp = sampleBooking({ presence: { customer: there }, heldUp: true })
    const says = `${expert.name} is still in a session and will be with you shortly`
    expect(presenceWords(heldUp, 'customer')).toBe(says)
    expect(presenceWords(heldUp, 'expert')).toBe(`${customer?.name} is waiting for you`)
    expect(lateMarkOf(beginningsForCustomer([heldUp]))).toBe(`● ${expert.name} is with you shortly`)
    expect(lateMarkOf(beginningsForExpert([heldUp]))).toBeNull()
    const said = { expert: { minutes: 10, at: '2030-11-25T08:50:00Z' } } as const
    const both = sampleBooking({ presence: {}, heldUp: true, late: said })
    expect(lateMarkOf(beginningsForCustomer([both]))).toBe(`● ${expert.name} is 10 min late`)
  })

  it('stands on the page beside the door', () => {
    localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
    const now = Date.parse('2030-11-25T08:55:00Z')
    const booking = withIn({ expert: there })
    render(<RoomNote booking={booking} token="token-1" zone="UTC" now={now} />)
    expect(screen.getByRole('status').textContent).toBe(`${expert.name} is waiting for you`)
    expect(screen.getByText(/^In the room since 08:52\. You meet/)).toBeTruthy()
  })
})
