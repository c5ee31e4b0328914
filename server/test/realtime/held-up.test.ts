import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { later, makeBooking, tuesdayTen } from '../http/requests.ts'
import { type CallScene, customerSeat, expertSeat, openCall } from './call-scene.ts'
import { connect, type Listener } from './listener.ts'

const name = 'Katherine Johnson'

let scene: CallScene
let open: Listener[]
let next: { id: string; token: string; expertToken: string }
beforeEach(async () => {
  scene = await openCall()
  open = []
  const customer = { name, email: 'katherine@example.com' }
  const { booking, manageToken } = await makeBooking(scene.world, later(tuesdayTen, 30), {
    customer,
  })
  const record = await scene.world.storage.bookings.find(booking.id)
  if (record?.state !== 'booked') throw new Error('Nothing was booked')
  next = {
    id: booking.id,
    token: manageToken,
    expertToken: scene.world.tokens.forExpert(record),
  }
})
afterEach(async () => {
  for (const each of open) each.close()
  await scene.stop()
})

async function follow(id: string, token: string): Promise<Listener> {
  const listener = await connect(scene.world.url)
  open.push(listener)
  await listener.ask('bookings:watch', { id, token })
  return listener
}

const read = async (bearer: string) =>
  (await scene.world.send('getBooking', { params: { id: next.id }, bearer })).body.booking
const told = ({ told: all }: Listener) =>
  all.filter((each) => each.name === 'presenceChanged').map(({ event }) => event)

it('the next customer is told that the expert is still in a session, and no word about which', async () => {
  await scene.joined(scene.token, customerSeat)
  await scene.joined(scene.expertToken, expertSeat)
  scene.at(later(tuesdayTen, 28))
  expect(await read(next.token)).not.toHaveProperty('heldUp')
  scene.at(later(tuesdayTen, 30))
  const booking = await read(next.token)
  expect(booking.heldUp).toBe(true)
  const call = await scene.read(next.token, next.id)
  expect(call.other.heldUp).toBe(true)
  for (const answer of [booking, call]) {
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${scene.id}|grace|${customerSeat}`, 'i'))
  }
  // Whoever it is knows it, and nobody else is told.
  expect(await read(next.expertToken)).not.toHaveProperty('heldUp')
  expect((await scene.read(next.expertToken, next.id)).other).not.toHaveProperty('heldUp')
  const own = { params: { id: scene.id }, bearer: scene.token }
  expect((await scene.world.send('getBooking', own)).body.booking).not.toHaveProperty('heldUp')
})

it('and hears at once when the session before is over, or the expert has come', async () => {
  const grace = await scene.joined(scene.token, customerSeat)
  await scene.joined(scene.expertToken, expertSeat)
  const waits = await follow(next.id, next.token)
  const experts = await follow(next.id, next.expertToken)
  const stranger = await connect(scene.world.url)
  open.push(stranger)
  await stranger.ask('board:watch', { expertId: 'expert-ada' })
  scene.at(later(tuesdayTen, 31))
  await grace.ask('call:leave', {})
  await vi.waitFor(() => expect(told(waits)).toEqual([{ id: next.id }]))
  expect(await read(next.token)).not.toHaveProperty('heldUp')

  await scene.joined(scene.token, customerSeat)
  await vi.waitFor(() => expect(told(waits)).toHaveLength(2))
  expect((await read(next.token)).heldUp).toBe(true)
  const page = await scene.page()
  const { ticket = '' } = await scene.read(next.expertToken, next.id)
  await page.join(ticket, 'seat-of-ada-elsewhere')
  await vi.waitFor(() => expect(told(waits)).toHaveLength(3))
  expect(await read(next.token)).not.toHaveProperty('heldUp')
  // The expert hears of the own session alone, when they come into it.
  expect(told(experts)).toEqual([{ id: next.id }])
  expect(stranger.told).toEqual([])
})

it('nobody is told of who comes and goes in the session before while that has its time', async () => {
  const waits = await follow(next.id, next.token)
  const grace = await scene.joined(scene.token, customerSeat)
  scene.at(later(tuesdayTen, 20))
  await grace.ask('call:leave', {})
  await vi.waitFor(async () => {
    const { self } = await scene.read(scene.token)
    expect(self.isThere).toBe(false)
  })
  await waits.ask('board:unwatch', { expertId: 'expert-nobody' })
  expect(told(waits)).toEqual([])
})
