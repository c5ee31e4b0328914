import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cancel } from '../../src/domain/bookings/transitions.ts'
import { openStorage } from '../../src/storage/open.ts'
import { Unavailable } from '../../src/storage/port/unavailable.ts'
import {
  callEnds,
  type CallScene,
  customerSeat,
  expertSeat,
  lastSeats,
  openCall,
} from './call-scene.ts'
import { openInterruptible } from './interruptible-storage.ts'

let scene: CallScene | undefined
afterEach(async () => {
  await scene?.stop()
  scene = undefined
})

describe('a server that does not hear what others commit', () => {
  it('keeps the seats of whom it sent away for as long as they cannot come back', async () => {
    const store = await openInterruptible()
    const current = (scene = await openCall({ storage: store.storage }))
    const { grace, ada } = await current.bothThere()
    store.interrupted()
    for (const page of [grace, ada]) {
      await vi.waitFor(() => expect(page.listener.isConnected()).toBe(false))
    }
    await delay(6000)
    expect((await current.read(current.expertToken)).other.isThere).toBe(true)
    store.resumed(true)
    const back = await current.joined(current.token, customerSeat)
    const both = { customer: customerSeat, expert: expertSeat }
    const ticket = await current.ticket(current.expertToken)
    expect(await (await current.page()).join(ticket, expertSeat)).toEqual(both)
    await delay(5000)
    expect(back.heard('callUpdated')).toEqual([])
  })

  it('asks everybody anew when some of it is lost for good', async () => {
    const store = await openInterruptible()
    const current = (scene = await openCall({ storage: store.storage }))
    const { grace, ada, lobby } = await current.bothThere()
    const record = await store.storage.bookings.find(current.id)
    if (record?.state !== 'booked') throw new Error('Nothing is booked')
    const ticket = await current.ticket(current.token)
    await store.unheard(async () => {
      const { now } = current.world.clock
      const next = { ...cancel(record, undefined, now), cancelledBy: 'admin' as const }
      await store.storage.bookings.change({ next, now })
    })
    expect(callEnds(grace)).toEqual([])
    store.interrupted()
    store.resumed(false)
    for (const page of [grace, ada, lobby]) {
      await vi.waitFor(() => expect(page.listener.isConnected()).toBe(false))
    }
    const again = await current.page()
    const joining = { ticket, seat: customerSeat }
    expect(await again.refusalOf('call:join', joining)).toBe('room_closed')
  })
})

describe('a server that stops in good order', () => {
  it('frees the seats of whom it sends away, and of whom it waited for', async () => {
    const store = await openStorage('file::memory:')
    const freed: string[] = []
    const calls: typeof store.calls = {
      ...store.calls,
      freeSeat(state, absence) {
        freed.push(`${state.role} ${absence}`)
        return store.calls.freeSeat(state, absence)
      },
    }
    const current = (scene = await openCall({ storage: { ...store, calls } }))
    const { grace, ada } = await current.bothThere()
    grace.listener.close()
    await delay(300)
    expect(freed).toEqual([])
    await current.world.app.close()
    await vi.waitFor(() => expect(ada.listener.isConnected()).toBe(false))
    expect(freed.toSorted()).toEqual(['customer lost', 'expert lost'])
  })
})

describe('a store that gives no answer', () => {
  it('leaves no seat taken that nobody was given, and none that nobody sits on', async () => {
    const store = await openStorage('file::memory:')
    let answers = true
    const calls: typeof store.calls = {
      ...store.calls,
      async takeSeat(taken) {
        const state = await store.calls.takeSeat(taken)
        if (!answers) throw new Unavailable('took too long')
        return state
      },
      async freeSeat(...given) {
        if (!answers) throw new Unavailable('took too long')
        return store.calls.freeSeat(...given)
      },
    }
    const current = (scene = await openCall({ storage: { ...store, calls } }))
    const ada = await current.joined(current.expertToken, expertSeat)
    answers = false
    const grace = await current.page()
    const joining = { ticket: await current.ticket(current.token), seat: customerSeat }
    expect(await grace.refusalOf('call:join', joining)).toBe('unavailable')
    await lastSeats(ada, { seats: { customer: customerSeat } })
    answers = true
    await lastSeats(ada, { seats: { expert: expertSeat }, absence: { why: 'lost' } })

    await grace.join(await current.ticket(current.token), customerSeat)
    answers = false
    await grace.ask('call:leave', {})
    await delay(500)
    answers = true
    await lastSeats(ada, { seats: { expert: expertSeat }, absence: { why: 'left' } })
    expect(callEnds(ada)).toEqual([])
  })
})
