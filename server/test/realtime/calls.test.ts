import { setTimeout as delay } from 'node:timers/promises'
import { longestSignal } from '@expertconnect/contract/calls/routes'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { later, makeBooking, tuesdayTen } from '../http/requests.ts'
import {
  callEnds,
  type CallScene,
  customerSeat,
  expertSeat,
  lastSeats,
  openCall,
} from './call-scene.ts'

const second = 1000

let scene: CallScene
beforeEach(async () => {
  scene = await openCall()
})
afterEach(() => scene.stop())

describe('two sides of a booking', () => {
  it('meet, and learn of each other', async () => {
    const grace = await scene.page()
    const alone = await grace.join(await scene.ticket(scene.token), customerSeat)
    expect(alone).toEqual({ customer: customerSeat })
    const ada = await scene.page()
    const both = { customer: customerSeat, expert: expertSeat }
    expect(await ada.join(await scene.ticket(scene.expertToken), expertSeat)).toEqual(both)
    await lastSeats(grace, { bookingId: scene.id, seats: both })
    expect(grace.heard('callUpdated').at(-1)).not.toHaveProperty('absence')
    expect(await scene.read(scene.token)).toMatchObject({
      role: 'customer',
      self: { name: 'Grace Hopper', isThere: true },
      other: { name: 'Ada Lovelace', isThere: true },
    })
  })

  it('who waits alone is told of to the other, once; whoever has been there is not', async () => {
    const { calls, messages: kept } = scene.world.storage
    // Looked at and owed after the answer to whoever came: nothing is said of it before both have ended.
    const [looks, writes] = [vi.spyOn(calls, 'listSeats'), vi.spyOn(kept, 'owe')]
    const owed = async () => {
      for (const spy of [looks, writes])
        await Promise.all(spy.mock.results.map(({ value }) => value))
      const messages = await kept.listOfBooking(scene.id)
      return messages.filter(({ kind }) => kind === 'waiting').map(({ about }) => about.recipient)
    }
    const grace = await scene.joined(scene.token, customerSeat)
    expect(await owed()).toEqual(['expert'])
    await grace.ask('call:leave', {})
    await scene.joined(scene.token, customerSeat)
    await scene.joined(scene.expertToken, expertSeat)
    await scene.joined(scene.expertToken, 'another-seat')
    expect(await owed()).toEqual(['expert'])
  })

  it('are passed what they say, each to the other alone, in order and unread', async () => {
    const { grace, ada } = await scene.bothThere()
    const lobby = await scene.page()
    await lobby.watch(await scene.ticket(scene.token))
    const bodies = ['{"sdp":"v=0"}', '', 'no JSON at all \u{1F600}', 'x'.repeat(longestSignal)]
    for (const body of bodies) {
      expect(await grace.signal(expertSeat, body)).toEqual({ ok: true, data: null })
    }
    await ada.signal(customerSeat, 'and back')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(bodies.length))
    expect(ada.heard('callSignal')).toEqual(
      bodies.map((body) => ({ bookingId: scene.id, from: customerSeat, body })),
    )
    expect(grace.heard('callSignal')).toEqual([
      { bookingId: scene.id, from: expertSeat, body: 'and back' },
    ])
    expect(lobby.heard('callSignal')).toEqual([])
    // What they say is nobody’s business, and stands in no log.
    expect(scene.world.log.filter((line) => /and back|sdp|call:signal/.test(line))).toEqual([])
  })

  it('see from the lobby who is there, live, without being seen', async () => {
    const lobby = await scene.page()
    expect(await lobby.watch(await scene.ticket(scene.token))).toEqual({})
    expect((await scene.read(scene.expertToken)).other.isThere).toBe(false)
    const ada = await scene.joined(scene.expertToken, expertSeat)
    await lastSeats(lobby, { seats: { expert: expertSeat } })
    await ada.ask('call:leave', {})
    await lastSeats(lobby, { seats: {}, absence: { role: 'expert', why: 'left' } })
    expect(await lobby.join(await scene.ticket(scene.token), customerSeat)).toEqual({
      customer: customerSeat,
    })
    expect((await scene.read(scene.expertToken)).other.isThere).toBe(true)
  })

  it('come and go as often as they like', async () => {
    const { grace, ada } = await scene.bothThere()
    for (let round = 0; round < 20; round++) {
      await ada.ask('call:leave', {})
      await lastSeats(grace, { seats: { customer: customerSeat } })
      await ada.join(await scene.ticket(scene.expertToken), `${expertSeat}-${round}`)
      await lastSeats(grace, { seats: { expert: `${expertSeat}-${round}` } })
    }
    expect(callEnds(grace)).toEqual([])
    expect(callEnds(ada)).toEqual([])
  })
})

describe('a second tab or device', () => {
  it('takes the place of the first, which can take it back', async () => {
    const { grace, ada } = await scene.bothThere()
    const phone = await scene.joined(scene.token, 'seat-of-phone')
    await vi.waitFor(() => expect(callEnds(grace)).toEqual(['taken_over']))
    await lastSeats(ada, { seats: { customer: 'seat-of-phone', expert: expertSeat } })
    expect(ada.heard('callUpdated').at(-1)).not.toHaveProperty('absence')
    // It hears and says nothing any more.
    const before = grace.listener.told.length
    expect(await grace.refusalOf('call:signal', { to: expertSeat, body: 'me' })).toBe('not_found')
    await phone.signal(expertSeat, 'from the phone')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(1))
    expect(await ada.refusalOf('call:signal', { to: customerSeat, body: 'x' })).toBe('not_found')
    expect(grace.listener.told).toHaveLength(before)

    await grace.join(await scene.ticket(scene.token), customerSeat)
    await vi.waitFor(() => expect(callEnds(phone)).toEqual(['taken_over']))
    await lastSeats(ada, { seats: { customer: customerSeat } })
    // That the first one closes now ends nothing.
    phone.listener.close()
    await ada.signal(customerSeat, 'still here')
    await vi.waitFor(() => expect(grace.heard('callSignal')).toHaveLength(1))
  })

  it('of the same page with a new line takes nothing from anybody', async () => {
    const { grace, ada } = await scene.bothThere()
    const heard = ada.listener.told.length
    const again = await scene.joined(scene.token, customerSeat)
    grace.listener.close()
    await again.signal(expertSeat, 'back')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(1))
    await delay(5 * second)
    expect(ada.listener.told).toHaveLength(heard + 1)
    await ada.signal(customerSeat, 'there')
    await vi.waitFor(() => expect(again.heard('callSignal')).toHaveLength(1))
  })

  it('that only looks in from the lobby takes nothing', async () => {
    const { grace } = await scene.bothThere()
    const lobby = await scene.page()
    await lobby.watch(await scene.ticket(scene.token))
    lobby.listener.close()
    expect(callEnds(grace)).toEqual([])
    expect(await grace.signal(expertSeat, 'x')).toMatchObject({ ok: true })
  })

  it('is one call at a time for a socket', async () => {
    const { grace, ada } = await scene.bothThere()
    const other = await makeBooking(scene.world, later(tuesdayTen, 30))
    scene.at(later(tuesdayTen, 20))
    const { ticket } = await scene.read(other.manageToken, other.booking.id)
    await grace.join(ticket ?? '', 'seat-elsewhere')
    await lastSeats(ada, { seats: { expert: expertSeat }, absence: { why: 'left' } })
    expect(await grace.refusalOf('call:signal', { to: expertSeat, body: 'x' })).toBe('not_found')
  })
})

describe('a side that is gone', () => {
  it('is lost only when its line has been dead for four seconds', async () => {
    const { grace, ada } = await scene.bothThere()
    const heard = ada.listener.told.length
    grace.listener.close()
    await delay(3 * second)
    expect(ada.listener.told).toHaveLength(heard)
    expect((await scene.read(scene.expertToken)).other.isThere).toBe(true)
    await lastSeats(ada, {
      seats: { expert: expertSeat },
      absence: { role: 'customer', why: 'lost' },
    })
    expect((await scene.read(scene.expertToken)).other.isThere).toBe(false)
    expect(await ada.refusalOf('call:signal', { to: customerSeat, body: 'x' })).toBe('not_found')
  })

  it('that comes back in time was never gone', async () => {
    const { grace, ada } = await scene.bothThere()
    const heard = ada.listener.told.length
    for (const wait of [1, 3, 1]) {
      grace.listener.close()
      await delay(wait * second)
      const back = await scene.joined(scene.token, customerSeat)
      back.listener.close()
    }
    const back = await scene.joined(scene.token, customerSeat)
    expect(ada.listener.told).toHaveLength(heard)
    await back.signal(expertSeat, 'here I am')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(1))
  })

  it('by its own will is gone at once', async () => {
    const { grace, ada } = await scene.bothThere()
    const began = performance.now()
    expect(await grace.ask('call:leave', {})).toEqual({ ok: true, data: null })
    await lastSeats(ada, {
      seats: { expert: expertSeat },
      absence: { role: 'customer', why: 'left' },
    })
    expect(performance.now() - began).toBeLessThan(2 * second)
    expect(await grace.ask('call:leave', {})).toEqual({ ok: true, data: null })
  })

  it('while it still comes in leaves nobody behind', async () => {
    const ada = await scene.joined(scene.expertToken, expertSeat)
    for (let round = 0; round < 10; round++) {
      const page = await scene.page()
      const ticket = await scene.ticket(scene.token)
      page.listener.send('call:join', { ticket, seat: `hasty-seat-${round}` })
      if (round % 2 === 0) page.listener.send('call:leave', {})
      await delay(round)
      page.listener.close()
    }
    await vi.waitFor(() => {
      const whys = new Set(ada.heard('callUpdated').map(({ absence }) => absence?.why))
      expect([...whys]).toEqual(expect.arrayContaining(['left', 'lost']))
    })
    await lastSeats(ada, { seats: { expert: expertSeat } })
    expect((await scene.read(scene.expertToken)).other.isThere).toBe(false)
  })
})

describe('signals', () => {
  it('that are too long are refused, and the call goes on', async () => {
    const { grace, ada } = await scene.bothThere()
    const long = { to: expertSeat, body: 'x'.repeat(longestSignal + 1) }
    expect(await grace.refusalOf('call:signal', long)).toBe('invalid_input')
    for (const input of [
      null,
      {},
      { to: 5, body: 'x' },
      { to: expertSeat },
      { to: '../..', body: '' },
    ]) {
      expect(await grace.refusalOf('call:signal', input)).toBe('invalid_input')
    }
    await grace.signal(expertSeat, 'short')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(1))
  })

  it('that are too many are refused, without a word to the other side, and in a budget of their own', async () => {
    const { grace, ada } = await scene.bothThere()
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, index) =>
        grace.refusalOf('call:signal', { to: expertSeat, body: String(index) }),
      ),
    )
    const passed = answers.filter((answer) => answer === 'ok').length
    expect(passed).toBeGreaterThanOrEqual(200)
    expect(answers.filter((answer) => answer === 'too_many').length).toBe(400 - passed)
    expect(passed).toBeLessThan(350)
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(passed))
    expect(await grace.ask('call:leave', {})).toMatchObject({ ok: true })
    expect(await ada.signal(customerSeat, 'x')).toMatchObject({ ok: false })
  })

  it('that are too much are refused, however few they are: a line that takes nothing keeps them in memory', async () => {
    const { grace, ada } = await scene.bothThere()
    const body = 'x'.repeat(longestSignal)
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => grace.refusalOf('call:signal', { to: expertSeat, body })),
    )
    const passed = answers.filter((answer) => answer === 'ok').length
    expect(answers.filter((answer) => answer === 'too_many').length).toBe(150 - passed)
    expect(passed).toBeGreaterThanOrEqual(64)
    expect(passed).toBeLessThan(130)
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(passed))
  })

  it('go to the seat that was meant, and to no other', async () => {
    const { grace, ada } = await scene.bothThere()
    const { manageToken, booking } = await makeBooking(scene.world, later(tuesdayTen, 30))
    scene.at(later(tuesdayTen, 20))
    const third = await scene.page()
    const { ticket } = await scene.read(manageToken, booking.id)
    await third.join(ticket ?? '', 'seat-of-third')
    for (const to of [customerSeat, expertSeat]) {
      expect(await third.refusalOf('call:signal', { to, body: 'psst' })).toBe('not_found')
    }
    for (const to of [customerSeat, 'seat-of-third', 'seat-of-nobody']) {
      expect(await grace.refusalOf('call:signal', { to, body: 'psst' })).toBe('not_found')
    }
    for (const page of [grace, ada, third]) expect(page.heard('callSignal')).toEqual([])
  })
})
