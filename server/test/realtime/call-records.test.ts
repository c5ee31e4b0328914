import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallEvent } from '../../src/domain/calls/call-event.ts'
import { createCallRecords } from '../../src/realtime/call-records.ts'
import { createCallRooms } from '../../src/realtime/call-rooms.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { Unavailable } from '../../src/storage/port/unavailable.ts'
import { changeOf } from '../http/desk-world.ts'
import { aCallEvent } from '../storage/calls/call-event-fixtures.ts'
import { type CallScene, customerSeat, expertSeat, openCall } from './call-scene.ts'

let store: Storage
let scene: CallScene
let isRefused: boolean
beforeEach(async () => {
  isRefused = false
  store = await openStorage('file::memory:')
  const callEvents: Storage['callEvents'] = {
    ...store.callEvents,
    async append(events) {
      if (isRefused) throw new Unavailable('of a test')
      await store.callEvents.append(events)
    },
  }
  scene = await openCall({ storage: { ...store, callEvents } })
})
afterEach(() => scene.stop())

/** What is written of a side, by its kinds in the order of writing. */
async function written(role: CallEvent['role']): Promise<string[]> {
  const events = await store.callEvents.listOf(scene.id)
  const number = ({ id }: CallEvent) => Number(id.split('-').at(-1))
  return events
    .filter((event) => event.role === role)
    .toSorted((a, b) => number(a) - number(b))
    .map(({ kind, seat }) => `${kind} ${seat}`)
}

describe('of a call is written down', () => {
  it('who came, who went and who came back, at the time of the server', async () => {
    const grace = await scene.joined(scene.token, customerSeat)
    await scene.joined(scene.expertToken, expertSeat)
    await grace.ask('call:leave', {})
    const gone = [`joined ${customerSeat}`, `left ${customerSeat}`]
    await vi.waitFor(async () => expect(await written('customer')).toEqual(gone))
    await grace.join(await scene.ticket(scene.token), customerSeat)
    const back = [...gone, `returned ${customerSeat}`]
    await vi.waitFor(async () => expect(await written('customer')).toEqual(back))
    expect(await written('expert')).toEqual([`joined ${expertSeat}`])
    const events = await store.callEvents.listOf(scene.id)
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set([scene.world.clock.now]))
    expect(new Set(events.map(({ server }) => server)).size).toBe(1)
  })

  it('who has another page now, whose line broke for good, and who had to go', async () => {
    await scene.joined(scene.token, customerSeat)
    const second = await scene.joined(scene.token, 'another-seat')
    second.listener.close()
    const lost = [`joined ${customerSeat}`, 'returned another-seat', 'lost another-seat']
    await vi.waitFor(async () => expect(await written('customer')).toEqual(lost), 20_000)
    await scene.joined(scene.expertToken, expertSeat)
    await scene.world.send(
      'changeBooking',
      changeOf(scene.id, { version: 1, status: 'cancelled', reason: 'Ill' }, scene.expertToken),
    )
    const removed = [`joined ${expertSeat}`, `left ${expertSeat}`]
    await vi.waitFor(async () => expect(await written('expert')).toEqual(removed))
  })

  it('nothing where the store has no time for it, and the call goes on', async () => {
    isRefused = true
    const { grace } = await scene.bothThere()
    expect(await grace.signal(expertSeat, 'Hello')).toEqual({ ok: true, data: null })
    await grace.ask('call:leave', {})
    await vi.waitFor(async () =>
      expect((await scene.read(scene.expertToken)).other.isThere).toBe(false),
    )
    expect(await store.callEvents.listOf(scene.id)).toEqual([])
  })
})

describe('whoever is in a call', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is written down every minute, all in one write, but nobody whose line is lost', async () => {
    const rooms = createCallRooms()
    const noted: (readonly CallEvent[])[] = []
    const entry = {
      eventOf: ({ role }: Pick<CallEvent, 'role'>, seat: string, kind: CallEvent['kind']) =>
        aCallEvent({ role, seat, kind }),
      note: async (events: readonly CallEvent[]) => void noted.push(events),
    }
    const options = { entry: entry as never, logger: pino({ level: 'silent' }) }
    const records = createCallRecords(rooms, options)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(noted).toEqual([])

    const sit = (bookingId: string, role: CallEvent['role'], seat: string) => {
      const visit = rooms.begin({} as never, { bookingId, role, proof: { kind: 'expert_link' } })
      visit.guest = { pass: visit.pass, person: null }
      rooms.sit(visit, { bookingId, role, seat, version: 1, isHere: true })
      return visit
    }
    sit('booking-a', 'customer', 'seat-a')
    sit('booking-a', 'expert', 'seat-b')
    const lost = sit('booking-b', 'customer', 'seat-c')
    if (lost.place) lost.place.visit = undefined
    await vi.advanceTimersByTimeAsync(60_000)
    expect(noted.map((events) => events.map(({ kind, seat }) => `${kind} ${seat}`))).toEqual([
      ['there seat-a', 'there seat-b'],
    ])
    records.close()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(noted).toHaveLength(1)
  })
})
