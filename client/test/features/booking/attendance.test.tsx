import type { Attendance } from '@expertconnect/contract/bookings/attendance'
import type { Party } from '@expertconnect/contract/bookings/shapes'
import { attendanceOutcomes } from '@expertconnect/contract/calls/shapes'
import { describe, expect, it } from 'vitest'
import {
  namesFor,
  outcomeWords,
  stayWords,
} from '../../../src/features/booking/attendance/attendance-words.ts'
import { sampleBooking } from './sample.ts'

const booking = sampleBooking()
const stay = (from: string, to: string) => ({
  from: `2030-11-25T${from}:00Z`,
  to: `2030-11-25T${to}:00Z`,
})

describe('who was there', () => {
  const said = (viewer: Party, stays: Attendance['stays']) => {
    const names = namesFor(booking, viewer)
    return [
      stayWords(names.expert, stays.expert, 'UTC'),
      stayWords(names.customer, stays.customer, 'UTC'),
    ]
  }

  it('is said to each side of itself and of the other', () => {
    localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
    const stays = {
      expert: [stay('14:00', '14:31'), stay('14:40', '15:00')],
      customer: [stay('14:02', '14:02')],
    }
    expect(said('customer', stays)).toEqual([
      `${booking.expert.name} was there 14:00–14:31 and 14:40–15:00`,
      'You were there at 14:02',
    ])
    const name = booking.customer?.name ?? ''
    expect(said('expert', { ...stays, customer: [] })).toEqual([
      'You were there 14:00–14:31 and 14:40–15:00',
      `${name} wasn’t in the room`,
    ])
    expect(said('customer', { expert: [], customer: [] })[1]).toBe('You weren’t in the room')
  })

  it('comes to a sentence of its own for each side and each outcome', () => {
    const names = namesFor(booking, 'customer')
    const { name } = booking.expert
    expect(outcomeWords('customer_missed', names)).toBe(`${name} waited, and you weren’t there.`)
    expect(outcomeWords('expert_missed', names)).toBe(`You waited, and ${name} wasn’t there.`)
    expect(outcomeWords('completed', names)).toBe('You met in the room.')
    expect(outcomeWords('completed', namesFor(booking, 'admin'))).toBe('They met in the room.')
    for (const viewer of ['customer', 'expert', 'admin'] as const) {
      const all = attendanceOutcomes.map((each) => outcomeWords(each, namesFor(booking, viewer)))
      expect(new Set(all).size).toBe(attendanceOutcomes.length)
    }
  })
})
