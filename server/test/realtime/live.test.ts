import { Problem } from '@expertconnect/contract/problems'
import { BookingUpdated } from '@expertconnect/contract/realtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { later, makeBooking, makeHold, tuesdayTen } from '../api/requests.ts'
import { newKey, startWorld, type World } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

const minute = 60_000

let world: World
let listeners: Listener[]
beforeEach(async () => {
  world = await startWorld()
  listeners = []
})
afterEach(async () => {
  for (const listener of listeners) listener.close()
  await world.stop()
})

async function join(): Promise<Listener> {
  const listener = await connect(world.url)
  listeners.push(listener)
  return listener
}

async function watcherOf(expertId: string): Promise<Listener> {
  const listener = await join()
  expect(await listener.ask('board:watch', { expertId })).toEqual({
    ok: true,
    data: { now: '2027-01-11T08:00:00Z' },
  })
  return listener
}

/** Waits until so many updates have arrived, and answers them all. */
async function updatesOf(listener: Listener, count: number): Promise<BookingUpdated[]> {
  await vi.waitFor(() => expect(listener.updates().length).toBeGreaterThanOrEqual(count))
  return listener.updates().map((update) => BookingUpdated.parse(update))
}

/** What was sent before an answer has arrived before it. */
async function expectNothing(listener: Listener): Promise<void> {
  await listener.ask('board:unwatch', { expertId: 'expert-nobody' })
  expect(listener.told).toEqual([])
}

type Made = Awaited<ReturnType<typeof makeBooking>>

async function change({ booking, manageToken }: Made, body: Record<string, unknown>) {
  const answer = await world.send('changeBooking', {
    params: { id: booking.id },
    bearer: manageToken,
    key: newKey(),
    body,
  })
  return answer.body
}

describe('who looks at an expert', () => {
  it('hears of each change of a hold and a booking, with its version, and nobody else does', async () => {
    const [ada, alsoAda, bina, nobody] = await Promise.all([
      watcherOf('expert-ada'),
      watcherOf('expert-ada'),
      watcherOf('expert-bina'),
      join(),
    ])
    const hold = await makeHold(world, tuesdayTen)
    const own = { params: { id: hold.id }, bearer: hold.token }
    const { body: renewed } = await world.send('changeHold', { ...own, body: { renew: true } })
    const there = later(tuesdayTen, 60)
    await world.send('changeHold', { ...own, body: { startsAt: there, minutes: 60 } })
    const made = await makeBooking(world, there, { hold, minutes: 60 })
    const moved = later(tuesdayTen, 90)
    await change(made, { version: 4, startsAt: moved })
    await change(made, { version: 5, topic: 'A mistake mended' })
    await change(made, { version: 6, status: 'cancelled' })

    const span = (startsAt: string, minutes: number) => {
      const endsAt = later(startsAt, minutes)
      return { startsAt, endsAt, until: endsAt }
    }
    const record = { expertId: 'expert-ada', id: hold.id, date: '2027-01-12' }
    const { expiresAt } = renewed
    const expected = [
      {
        version: 1,
        status: 'held',
        timeSlot: '10:00',
        expiresAt: hold.expiresAt,
        ...span(tuesdayTen, 30),
      },
      { version: 2, status: 'held', timeSlot: '10:00', expiresAt, ...span(tuesdayTen, 30) },
      {
        version: 3,
        status: 'held',
        timeSlot: '11:00',
        expiresAt,
        ...span(there, 60),
        from: span(tuesdayTen, 30),
      },
      { version: 4, status: 'booked', timeSlot: '11:00', ...span(there, 60) },
      { version: 5, status: 'moved', timeSlot: '11:30', ...span(moved, 60), from: span(there, 60) },
      { version: 7, status: 'cancelled', timeSlot: '11:30', ...span(moved, 60) },
    ].map((update) => ({ ...record, ...update }))
    expect(await updatesOf(ada, 6)).toEqual(expected)
    expect(await updatesOf(alsoAda, 6)).toEqual(expected)
    await expectNothing(bina)
    await expectNothing(nobody)
  })

  it('is told the time of day where the expert lives, and the gap', async () => {
    const bina = await watcherOf('expert-bina')
    const startsAt = '2027-01-11T10:15:00Z'
    await makeBooking(world, startsAt, { expertId: 'expert-bina' })
    const [update] = await updatesOf(bina, 1)
    expect(update).toMatchObject({
      status: 'booked',
      version: 1,
      date: '2027-01-11',
      timeSlot: '16:00',
      until: later(startsAt, 45),
    })
  })

  it('hears of a hold that is given up, and of one that runs out, when it does and not before', async () => {
    const ada = await watcherOf('expert-ada')
    const given = await makeHold(world, tuesdayTen)
    await world.send('releaseHold', { params: { id: given.id }, bearer: given.token })
    const early = await makeHold(world, later(tuesdayTen, 30))
    world.clock.advance(1)
    const late = await makeHold(world, later(tuesdayTen, 60))
    world.clock.advance(5 * minute - 1)
    const updates = await updatesOf(ada, 5)
    const told = updates.map(({ id, status, version }) => `${id} ${status} ${version}`)
    expect(told).toEqual([
      `${given.id} held 1`,
      `${given.id} released 2`,
      `${early.id} held 1`,
      `${late.id} held 1`,
      `${early.id} released 2`,
    ])
    world.clock.advance(1)
    expect((await updatesOf(ada, 6))[5]).toMatchObject({
      id: late.id,
      status: 'released',
      version: 2,
    })
  })

  it('hears that an expired hold has ended before it hears who came after it', async () => {
    const ada = await watcherOf('expert-ada')
    const hold = await makeHold(world, tuesdayTen)
    world.clock.advance(5 * minute)
    const { booking } = await makeBooking(world, tuesdayTen)
    const updates = await updatesOf(ada, 3)
    expect(updates.map(({ id, status }) => [id, status])).toEqual([
      [hold.id, 'held'],
      [hold.id, 'released'],
      [booking.id, 'booked'],
    ])
  })

  it('hears nothing of what was refused or only asked again', async () => {
    const ada = await watcherOf('expert-ada')
    const sent = {
      key: newKey(),
      body: { expertId: 'expert-ada', startsAt: tuesdayTen, minutes: 30 },
    }
    await world.send('createHold', sent)
    await world.send('createHold', sent)
    await world.refuse('createHold', { ...sent, key: newKey() })
    await makeBooking(world, later(tuesdayTen, 60))
    expect((await updatesOf(ada, 2)).map(({ status }) => status)).toEqual(['held', 'booked'])
  })

  it('hears nothing more after looking away', async () => {
    const ada = await watcherOf('expert-ada')
    const witness = await watcherOf('expert-ada')
    expect(await ada.ask('board:unwatch', { expertId: 'expert-ada' })).toEqual({
      ok: true,
      data: null,
    })
    await makeHold(world, tuesdayTen)
    await updatesOf(witness, 1)
    await expectNothing(ada)
  })
})

describe('the page of one booking', () => {
  it('hears of each change with its token, and a stranger of none', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const { id } = made.booking
    const other = await makeBooking(world, later(tuesdayTen, 60))
    const hold = await makeHold(world, later(tuesdayTen, 120))
    const [own, stranger] = await Promise.all([join(), join()])
    expect(await own.ask('bookings:watch', { id, token: made.manageToken })).toEqual({
      ok: true,
      data: { now: '2027-01-11T08:00:00Z', version: 1 },
    })
    const wrong = [other.manageToken, hold.token, '', 'x'.repeat(43), `${made.manageToken}=`]
    for (const token of wrong)
      expectRefusal(await stranger.ask('bookings:watch', { id, token }), 'not_found')
    const ofHold = { id: hold.id, token: hold.token }
    expectRefusal(await stranger.ask('bookings:watch', ofHold), 'not_found')
    await change(made, { version: 1, startsAt: later(tuesdayTen, 180) })
    await change(made, { version: 2, topic: 'A mistake mended' })
    await change(made, { version: 3, status: 'cancelled' })
    await change(other, { version: 1, status: 'cancelled' })
    await vi.waitFor(() => expect(own.told.length).toBeGreaterThanOrEqual(3))
    await own.ask('board:unwatch', { expertId: 'expert-nobody' })
    expect(own.told).toEqual(
      [2, 3, 4].map((version) => ({ name: 'bookingChanged', event: { id, version } })),
    )
    await expectNothing(stranger)
  })
})

function expectRefusal(answer: unknown, code: Problem['code']): void {
  const { ok, problem } = answer as { ok: boolean; problem: unknown }
  expect([ok, Problem.parse(problem).code]).toEqual([false, code])
}

describe('a stranger who sends nonsense', () => {
  it('is answered with a problem each time, and stays connected', async () => {
    const listener = await watcherOf('expert-ada')
    const inputs = [5, 'x', [], { expertId: 5 }, { expertId: '../../etc' }]
    const more = [{ expertId: 'x'.repeat(1000) }, { id: 'id-000001' }, { token: 5, id: [] }]
    const own = JSON.parse('{"__proto__":{"expertId":"expert-ada"}}') as unknown
    for (const input of [...inputs, ...more, own]) {
      for (const command of ['board:watch', 'board:unwatch', 'bookings:watch'] as const) {
        expectRefusal(await listener.ask(command, input), 'invalid_input')
      }
    }
    for (const input of [undefined, null, {}]) {
      expectRefusal(await listener.ask('board:watch', input), 'invalid_input')
      expectRefusal(await listener.ask('board:unwatch', input), 'invalid_input')
      // Nothing is named: the bookings of who is signed in, and nobody is.
      expectRefusal(await listener.ask('bookings:watch', input), 'signed_out')
    }
    listener.send('board:watch', { expertId: 'expert-ada' })
    listener.send('board:watch', { expertId: 'expert-ada' }, 'no function')
    listener.send('bookings:watch')
    listener.send('nothing:known', {})
    listener.send('__proto__', {})
    await makeHold(world, tuesdayTen)
    await updatesOf(listener, 1)
    expect(world.log.filter((line) => line.includes('unexpected error'))).toEqual([])
  })

  it('is told to slow down, and others are not', async () => {
    const [eager, calm] = await Promise.all([join(), join()])
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => eager.ask('board:watch', { expertId: 'expert-ada' })),
    )
    const refused = answers.filter((answer) => !(answer as { ok: boolean }).ok)
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(240)
    expect(refused.length).toBeGreaterThan(50)
    for (const answer of refused) expectRefusal(answer, 'too_many')
    const { problem } = refused[0] as { problem: Problem }
    expect(problem.retryAfterSeconds).toBeGreaterThan(0)
    expect(await calm.ask('board:watch', { expertId: 'expert-ada' })).toMatchObject({ ok: true })
  })

  it('who sends too much at once is cut off, alone', async () => {
    const [flood, calm] = await Promise.all([join(), watcherOf('expert-ada')])
    await expect(flood.ask('board:watch', { expertId: 'x'.repeat(70_000) })).rejects.toThrow()
    await makeHold(world, tuesdayTen)
    await updatesOf(calm, 1)
  })
})

describe('the handshake', () => {
  it('is refused from elsewhere and without a WebSocket', async () => {
    const { port } = new URL(world.url)
    const foreign = [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `https://localhost:${port}`,
    ]
    for (const origin of foreign) await expect(connect(world.url, { origin })).rejects.toThrow()
    await expect(connect(world.url, { transport: 'polling' })).rejects.toThrow()
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      listeners.push(await connect(world.url, { origin: `http://${host}:${port}` }))
    }
  })
})
