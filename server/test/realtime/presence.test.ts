import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { administrator, signedIn } from '../http/desk-world.ts'
import { formatInstant } from '../../src/domain/time/instant.ts'
import { later, makeBooking, tuesdayTen } from '../http/requests.ts'
import { type CallScene, expertSeat, openCall } from './call-scene.ts'
import { connect, type Listener } from './listener.ts'

let scene: CallScene
let open: Listener[]
beforeEach(async () => {
  scene = await openCall()
  open = []
})
afterEach(async () => {
  for (const each of open) each.close()
  await scene.stop()
})

async function line(email?: string): Promise<Listener> {
  const cookies = email ? (await signedIn(scene.world, email)).cookies : []
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const listener = await connect(scene.world.url, {
    origin: scene.world.url,
    ...(cookie ? { cookie } : {}),
  })
  open.push(listener)
  return listener
}

const told = ({ told: all }: Listener) =>
  all.filter(({ name }) => name === 'presenceChanged').map(({ event }) => event)

it('who comes and goes is told to those who may see the booking and to nobody else', async () => {
  const customer = await line()
  await customer.ask('bookings:watch', { id: scene.id, token: scene.token })
  const expertByLink = await line()
  await expertByLink.ask('bookings:watch', { id: scene.id, token: scene.expertToken })
  const desk = await line('ada-lovelace@example.com')
  await desk.ask('desk:watch', {})
  const otherDesk = await line('bina-gurung@example.com')
  await otherDesk.ask('desk:watch', {})
  const stranger = await line()
  await stranger.ask('board:watch', { expertId: 'expert-ada' })
  const other = await makeBooking(scene.world, later(tuesdayTen, 60))
  const otherCustomer = await line()
  await otherCustomer.ask('bookings:watch', { id: other.booking.id, token: other.manageToken })

  const ada = await scene.joined(scene.expertToken, expertSeat)
  await ada.ask('call:leave', {})
  for (const each of [customer, expertByLink, desk]) {
    await vi.waitFor(() => expect(told(each)).toEqual([{ id: scene.id }, { id: scene.id }]))
  }
  for (const each of [otherDesk, stranger, otherCustomer]) {
    await each.ask('board:unwatch', { expertId: 'expert-nobody' })
    expect(told(each)).toEqual([])
  }
})

it('while the room is open everybody who may see the booking reads who is there since when', async () => {
  const root = await administrator(scene.world)
  const ada = await signedIn(scene.world, 'ada-lovelace@example.com')
  const params = { id: scene.id }
  const read = async () =>
    (await scene.world.send('getBooking', { params, bearer: scene.token })).body.booking.presence
  expect(await read()).toEqual({})
  const page = await scene.joined(scene.expertToken, expertSeat)
  const since = formatInstant(scene.world.clock.now)
  const there = { expert: { state: 'there', since } }
  expect(await read()).toEqual(there)
  expect((await ada.send('getDeskBooking', { params })).body.booking.presence).toEqual(there)
  for (const name of ['findBookings', 'listDeskBookings'] as const) {
    const { items } = (await (name === 'findBookings' ? root : ada).send(name)).body
    expect(items.find(({ id }) => id === scene.id)?.presence).toEqual(there)
  }
  await page.ask('call:leave', {})
  await vi.waitFor(async () => expect(await read()).toEqual({ expert: { state: 'left' } }))
  scene.at(later(tuesdayTen, 90))
  expect(await read()).toBeUndefined()
})
