import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { callEnds, type CallScene, customerSeat, expertSeat, openCall } from './call-scene.ts'

/** Longer than a seat is kept for a line that broke. */
const keptMs = 5000

let scene: CallScene
/** Lets the first seat that is asked for from now on wait, and answers what lets it be taken. */
let holdNext: () => { readonly asked: Promise<void>; readonly go: () => void }
beforeEach(async () => {
  const store = await openStorage('file::memory:')
  let gate: { asked: () => void; open: Promise<void> } | null = null
  holdNext = () => {
    let go = (): void => undefined
    const open = new Promise<void>((resolve) => (go = resolve))
    const asked = new Promise<void>((resolve) => (gate = { asked: resolve, open }))
    return { asked, go }
  }
  const calls: typeof store.calls = {
    ...store.calls,
    async takeSeat(taken) {
      const mine = gate
      gate = null
      mine?.asked()
      await mine?.open
      return store.calls.takeSeat(taken)
    },
  }
  scene = await openCall({ storage: { ...store, calls } })
})
afterEach(() => scene.stop())

describe('a page that comes back while its first line still waits for the store', () => {
  it('stays when that line, which broke, is given its seat after all', async () => {
    const ada = await scene.joined(scene.expertToken, expertSeat)
    const first = await scene.page()
    const held = holdNext()
    first.listener.send('call:join', {
      ticket: await scene.ticket(scene.token),
      seat: customerSeat,
    })
    await held.asked
    first.listener.close()
    const second = await scene.joined(scene.token, customerSeat)
    await delay(100)
    held.go()
    await delay(keptMs)
    expect(callEnds(second)).toEqual([])
    expect(second.listener.isConnected()).toBe(true)
    const seats = ada.heard('callUpdated').map((told) => told.seats)
    expect(seats).toEqual([{ expert: expertSeat }, { expert: expertSeat, customer: customerSeat }])
    expect(await ada.signal(customerSeat, 'still there')).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(second.heard('callSignal')).toHaveLength(1))
    // And whoever goes now is gone.
    await second.ask('call:leave', {})
    await vi.waitFor(() =>
      expect(ada.heard('callUpdated').at(-1)?.seats).not.toHaveProperty('customer'),
    )
  })

  it('is never told that it was taken over by itself', async () => {
    const first = await scene.joined(scene.token, customerSeat)
    await scene.joined(scene.token, customerSeat)
    await vi.waitFor(() => expect(first.listener.isConnected()).toBe(false))
    expect(callEnds(first)).toEqual([])
  })
})

describe('a line that broke while its ticket was looked at', () => {
  it('takes nobody’s seat', async () => {
    const laptop = await scene.joined(scene.token, customerSeat)
    const { bookings } = scene.world.storage
    const find = vi.spyOn(bookings, 'find')
    const read = bookings.find.bind(bookings)
    const ticket = await scene.ticket(scene.token)
    let go = (): void => undefined
    const open = new Promise<void>((resolve) => (go = resolve))
    const phone = await scene.page()
    const asked = new Promise<void>((resolve) => {
      find.mockImplementationOnce(async (id) => {
        resolve()
        await open
        return read(id)
      })
    })
    phone.listener.send('call:join', { ticket, seat: 'seat-of-phone' })
    await asked
    phone.listener.close()
    await delay(200)
    go()
    await delay(300)
    expect(callEnds(laptop)).toEqual([])
    find.mockRestore()
  })
})
