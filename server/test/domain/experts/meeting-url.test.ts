import { expect, it } from 'vitest'
import { meetingUrlOf } from '../../../src/domain/experts/meeting-url.ts'

const ada = { id: 'expert-ada', meetingUrl: 'https://meet.example/ada' }
const booked = { state: 'booked', expertId: 'expert-ada' } as const

it('the link to a room of one’s own is for a booking that stands, with that expert', () => {
  expect(meetingUrlOf(ada, booked)).toBe(ada.meetingUrl)
  expect(meetingUrlOf({ ...ada, meetingUrl: null }, booked)).toBeUndefined()
  expect(meetingUrlOf(ada, { ...booked, state: 'cancelled' })).toBeUndefined()
  expect(meetingUrlOf(ada, { ...booked, expertId: 'expert-bina' })).toBeUndefined()
})
