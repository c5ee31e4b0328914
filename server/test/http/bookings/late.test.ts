import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseCustomer, move } from '../../../src/domain/bookings/transitions.ts'
import { connect } from '../../realtime/listener.ts'
import { type CallScene, openCall } from '../../realtime/call-scene.ts'
import { later, tuesdayTen } from '../requests.ts'

let scene: CallScene
beforeEach(async () => {
  scene = await openCall()
})
afterEach(() => scene.stop())

const say = async (bearer: string, body: { minutes?: 5 | 10 | 15; word?: string }) =>
  (await scene.world.send('sayLate', { params: { id: scene.id }, body, bearer })).body.booking
const read = async (bearer: string) =>
  (await scene.world.send('getBooking', { params: { id: scene.id }, bearer })).body.booking
const at = later(tuesdayTen, -5)

describe('whoever is late', () => {
  it('says so to the other side, whose page hears of it, and moves nothing', async () => {
    const before = await read(scene.token)
    const listener = await connect(scene.world.url)
    await listener.ask('bookings:watch', { id: scene.id, token: scene.token })
    const said = await say(scene.expertToken, { minutes: 10, word: 'Traffic' })
    const late = { expert: { minutes: 10, word: 'Traffic', at } }
    expect(said).toMatchObject({ seenAs: 'expert', version: 2, late })
    await vi.waitFor(() =>
      expect(listener.told).toEqual([
        { name: 'bookingChanged', event: { id: scene.id, version: 2 } },
      ]),
    )
    const after = await read(scene.token)
    expect(after.late).toEqual(late)
    const { startsAt, endsAt, roomOpensAt, roomClosesAt, price } = before
    expect(after).toMatchObject({ startsAt, endsAt, roomOpensAt, roomClosesAt, price })
    expect((await scene.read(scene.token)).other.late).toEqual({ minutes: 10, word: 'Traffic' })
    expect((await scene.read(scene.expertToken)).self.late).toEqual({
      minutes: 10,
      word: 'Traffic',
    })
    listener.close()
  })

  it('may be both, each in minutes or in a word, and be in time after all', async () => {
    await say(scene.token, { word: 'Looking for my headphones' })
    const both = await say(scene.expertToken, { minutes: 5 })
    expect(both.late).toEqual({
      customer: { word: 'Looking for my headphones', at },
      expert: { minutes: 5, at },
    })
    expect((await say(scene.token, {})).late).toEqual({ expert: { minutes: 5, at } })
    expect(await say(scene.expertToken, {})).not.toHaveProperty('late')
  })

  it('loses nothing when both say so at once', async () => {
    await Promise.all([say(scene.token, { minutes: 15 }), say(scene.expertToken, { minutes: 5 })])
    expect((await read(scene.token)).late).toMatchObject({
      customer: { minutes: 15 },
      expert: { minutes: 5 },
    })
  })

  it('says nothing of a session that is over, and what was said is not shown when its room has closed', async () => {
    await say(scene.token, { minutes: 5 })
    scene.at(later(tuesdayTen, 30))
    const sent = { params: { id: scene.id }, body: { minutes: 5 }, bearer: scene.token } as const
    expect((await scene.world.refuse('sayLate', sent)).body.code).toBe('not_changeable')
    expect(await read(scene.token)).toHaveProperty('late')
    scene.at(later(tuesdayTen, 60))
    expect(await read(scene.token)).not.toHaveProperty('late')
  })

  it('is not late any more when it is moved, and takes their words along when they are erased', async () => {
    await say(scene.token, { word: 'My cat is ill' })
    await say(scene.expertToken, { word: 'Traffic' })
    const record = await scene.world.storage.bookings.find(scene.id)
    if (record?.state !== 'booked') throw new Error('Nothing is booked')
    const { startsAt, endsAt, until } = record
    expect(move(record, record.minutes, { startsAt, endsAt, until })).not.toHaveProperty('late')
    const erased = JSON.stringify(eraseCustomer(record, 'gone@example.org'))
    expect(erased).not.toContain('cat')
    expect(erased).toContain('Traffic')
  })
})
