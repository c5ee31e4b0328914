import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Browser, changeOf, signedIn, startDesk } from '../http/desk-world.ts'
import { makeBooking, makeHold, readBoard, tuesdayTen } from '../http/requests.ts'
import { createBrowser } from '../browser.ts'
import type { World } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

let world: World
let ada: Browser
let open: Listener[]
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
  open = []
})
afterEach(async () => {
  for (const each of open) each.close()
  await world.stop()
})

async function connectAs(browser: Browser): Promise<Listener> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const listener = await connect(world.url, { cookie, origin: world.url })
  open.push(listener)
  return listener
}

async function deskOf(browser: Browser): Promise<Listener> {
  const listener = await connectAs(browser)
  expect(await listener.ask('desk:watch', {})).toMatchObject({ ok: true })
  return listener
}

describe('a desk', () => {
  it('hears of every session of its expert as it changes, of no hold, and of nobody else’s', async () => {
    const desk = await deskOf(ada)
    const other = await deskOf(await signedIn(world, 'bina-gurung@example.com'))
    await makeHold(world, '2027-01-13T10:00:00Z')
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const { id } = booking
    const proposal = { startsAt: '2027-01-14T10:00:00Z' }
    await ada.send('changeBooking', changeOf(id, { version: 1, proposal }))
    const move = { version: 2, ...proposal }
    await world.send('changeBooking', changeOf(id, move, manageToken))
    const ending = { version: 3, status: 'cancelled', reason: 'Ill' }
    await ada.send('changeBooking', changeOf(id, ending))
    await vi.waitFor(() => expect(desk.told).toHaveLength(4))
    expect(desk.told).toEqual(
      [1, 2, 3, 4].map((version) => ({ name: 'bookingChanged', event: { id, version } })),
    )
    expect(other.told).toEqual([])
  })

  it('tells the customer of a proposal, and strangers nothing', async () => {
    const customer = await connectAs(await signedIn(world, 'grace@example.com'))
    await customer.ask('bookings:watch', {})
    const { booking } = await makeBooking(world, tuesdayTen)
    const stranger = await connectAs(createBrowser(world))
    await stranger.ask('board:watch', { expertId: 'expert-ada' })
    const proposal = { startsAt: '2027-01-14T10:00:00Z' }
    await ada.send('changeBooking', changeOf(booking.id, { version: 1, proposal }))
    const event = { id: booking.id, version: 2 }
    await vi.waitFor(() => expect(customer.told.at(-1)).toEqual({ name: 'bookingChanged', event }))
    const cancelling = { version: 2, status: 'cancelled', reason: 'Ill' }
    await ada.send('changeBooking', changeOf(booking.id, cancelling))
    await vi.waitFor(() => expect(stranger.told).toHaveLength(1))
    expect(stranger.updates()).toMatchObject([{ status: 'cancelled', version: 3 }])
  })

  it('is watched by nobody but a signed-in expert', async () => {
    const stranger = await connectAs(createBrowser(world))
    expect(await stranger.ask('desk:watch', {})).toMatchObject({
      ok: false,
      problem: { code: 'signed_out' },
    })
    const customer = await connectAs(await signedIn(world, 'grace@example.com'))
    expect(await customer.ask('desk:watch', {})).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    })
    expect(await customer.ask('desk:watch', { expertId: 'expert-ada' })).toMatchObject({
      ok: false,
      problem: { code: 'invalid_input' },
    })
    await makeBooking(world, tuesdayTen)
    await customer.ask('board:unwatch', { expertId: 'expert-nobody' })
    expect(customer.told).toEqual([])
  })

  it('changes the slots that visitors look at as hours change and time off is taken', async () => {
    const visitor = await connectAs(createBrowser(world))
    await visitor.ask('board:watch', { expertId: 'expert-ada' })
    const desk = await deskOf(ada)
    const slots = async () => {
      const { days } = await readBoard(world)
      return days.find(({ date }) => date === '2027-01-12')?.slots.length
    }
    expect(await slots()).toBe(16)
    const hours = [{ from: '09:00', to: '12:00' }]
    const weekly = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }
    const exceptions = [{ date: '2027-01-12', hours: [] }]
    const changes = [
      [{ version: 1, weekly }, 6],
      [{ version: 2, exceptions }, 0],
      [{ version: 3, exceptions: [] }, 6],
    ] as const
    for (const [index, [body, expected]] of changes.entries()) {
      await ada.send('changeSchedule', { body })
      for (const listener of [visitor, desk]) {
        await vi.waitFor(() => expect(listener.told).toHaveLength(index + 1))
        const event = { expertId: 'expert-ada' }
        expect(listener.told.at(-1)).toEqual({ name: 'boardStale', event })
      }
      expect(await slots()).toBe(expected)
    }
  })

  it('is let go as its expert signs out', async () => {
    const desk = await deskOf(ada)
    await ada.send('signOut')
    await vi.waitFor(() => expect(desk.isConnected()).toBe(false))
  })
})
