import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import { sayLate } from '../../../src/domain/bookings/late.ts'
import { move } from '../../../src/domain/bookings/transitions.ts'
import { hour, minute, plus } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { ada, book, emptyContent, fresh, span } from '../../storage/fixtures.ts'
import { aPerson } from '../../storage/people/people-fixtures.ts'
import { openMailRoom } from './mail-room.ts'

const expertAddress = 'ada@example.org'
const customer = { name: 'Grace Hopper', email: 'grace@example.org' }

let storage: Storage
let room: ReturnType<typeof openMailRoom>
let booking: BookedRecord

/** Ten minutes before a session, of which all that there was to be told has been told. */
beforeEach(async () => {
  storage = await openStorage('file::memory:')
  const people = [aPerson({ email: expertAddress, expertId: ada })]
  await storage.fill({ ...emptyContent(), people })
  room = openMailRoom(storage)
  booking = await book(storage, { slot: 96, customer })
  room.clock.now = plus(booking.startsAt, -10 * minute)
  await room.deliverAll()
})
afterEach(() => storage.close())

async function change(next: BookedRecord): Promise<void> {
  const key = { key: fresh('key'), fingerprint: 'of it', tokenVersion: 1 }
  const asked = { next, now: room.clock.now, scheduleVersion: 1, key }
  expect((await storage.bookings.change(asked)).kind).toBe('done')
  booking = next
}
const say = (role: CallRole, minutes: 5 | 10 | 15 | null, word?: string) => {
  room.clock.advance(1)
  const said = minutes === null ? null : { minutes, word, at: room.clock.now }
  return change(sayLate(booking, role, said))
}
const subjects = async () =>
  (await room.deliverAll()).map(({ mail: { to, subject } }) => [to, subject.replace(/:.*/, '')])

describe('that somebody is late', () => {
  it('is told the other side, with the words of whoever is', async () => {
    await say('customer', 10, 'The train stands.')
    const [sent, ...others] = await room.deliverAll()
    expect(others).toEqual([])
    expect(sent?.mail).toMatchObject({ to: expertAddress })
    expect(sent?.mail.subject).toMatch(/^Grace Hopper is running about 10 minutes late: /)
    expect(sent?.mail.text).toContain('The train stands.')
    await say('expert', 5)
    expect(await subjects()).toEqual([
      [customer.email, expect.stringMatching(/is running about 5 minutes late$/)],
    ])
  })

  it('is told as it was said last', async () => {
    await say('customer', 5)
    await say('customer', 15)
    expect(await subjects()).toEqual([
      [expertAddress, 'Grace Hopper is running about 15 minutes late'],
    ])
  })

  it('is no news if it was taken back before anybody heard of it', async () => {
    await say('customer', 5)
    await say('customer', null)
    expect(await subjects()).toEqual([])
  })

  it('and is not after all, is told to whoever heard of it', async () => {
    await say('customer', 5)
    await room.deliverAll()
    await say('customer', null)
    expect(await subjects()).toEqual([[expertAddress, 'Grace Hopper will be on time after all']])
  })

  it('is seen in the room by whoever is there', async () => {
    const { now } = room.clock
    const until = plus(now, hour)
    const seat = { bookingId: booking.id, role: 'expert', seat: 'a seat', now, until } as const
    await storage.calls.takeSeat(seat)
    await say('customer', 5)
    expect(await subjects()).toEqual([])
  })

  it('holds for no other time', async () => {
    await say('customer', 5)
    await change(move(booking, 60, span({ slot: 192 })))
    const told = await subjects()
    expect(told.filter(([, subject]) => subject?.includes('late'))).toEqual([])
  })
})
