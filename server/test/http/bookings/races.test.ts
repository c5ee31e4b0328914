import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, startWorld, type World } from '../../harness.ts'
import { bookingInput, later, makeBooking } from '../requests.ts'

const rounds = 20
const rivals = 50

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** Every round plays at an hour of its own, on weekdays from nine. */
function hourOf(round: number): string {
  return later('2027-01-12T09:00:00Z', Math.floor(round / 7) * 1440 + (round % 7) * 60)
}

async function race(attempt: (index: number) => Promise<number>): Promise<Map<number, number>> {
  const statuses = await Promise.all(Array.from({ length: rivals }, (_, index) => attempt(index)))
  const counts = new Map<number, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

async function post(path: string, body: unknown): Promise<number> {
  const response = await fetch(`${world.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
    body: JSON.stringify(body),
  })
  await response.arrayBuffer()
  return response.status
}

async function patch(id: string, token: string, body: unknown): Promise<number> {
  const response = await fetch(`${world.url}/api/v1/bookings/${id}`, {
    method: 'PATCH',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
      Authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
  })
  await response.arrayBuffer()
  return response.status
}

const oneWinner = new Map([
  [201, 1],
  [409, rivals - 1],
])

describe('fifty people want one slot', () => {
  it('lets one booking through, every time', async () => {
    for (let round = 0; round < rounds; round++) {
      const startsAt = hourOf(round)
      expect(await race(() => post('/bookings', bookingInput(startsAt)))).toEqual(oneWinner)
    }
  })

  it('lets one through where sessions of 30 and 60 minutes overlap', async () => {
    for (let round = 0; round < rounds; round++) {
      const hour = later(hourOf(round), 7 * 1440)
      // An hour, and the half hour in its second half: they share one cell row but no start.
      const attempt = (index: number) =>
        post(
          '/bookings',
          index % 2 === 0
            ? bookingInput(hour, { minutes: 60 })
            : bookingInput(later(hour, 30), { minutes: 30 }),
        )
      expect(await race(attempt)).toEqual(oneWinner)
    }
  })

  it('lets one through where some hold and some book', async () => {
    for (let round = 0; round < rounds; round++) {
      const startsAt = later(hourOf(round), 14 * 1440)
      const attempt = (index: number) =>
        index % 2 === 0
          ? post('/bookings', bookingInput(startsAt))
          : post('/holds', { expertId: 'expert-ada', startsAt, minutes: 30 })
      expect(await race(attempt)).toEqual(oneWinner)
    }
  })

  it('lets one through where some move their booking there and some book', async () => {
    const own = await Promise.all(
      Array.from({ length: rivals / 2 }, (_, index) =>
        makeBooking(
          world,
          later('2027-02-08T09:00:00Z', Math.floor(index / 15) * 1440 + (index % 15) * 30),
        ),
      ),
    )
    const versions = own.map(({ booking }) => booking.version)
    for (let round = 0; round < rounds; round++) {
      const startsAt = later(hourOf(round), 21 * 1440)
      const attempt = async (index: number) => {
        const mine = own[index]
        if (!mine) return post('/bookings', bookingInput(startsAt))
        const body = { version: versions[index], startsAt }
        const status = await patch(mine.booking.id, mine.manageToken, body)
        if (status === 200) versions[index] = (versions[index] ?? 0) + 1
        return status === 200 ? 201 : status
      }
      expect(await race(attempt)).toEqual(oneWinner)
    }
  })

  it('never lets a mover give up the old time for one that was lost', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-02-15T09:00:00Z')
    await makeBooking(world, '2027-02-15T10:00:00Z')
    const { body } = await world.refuse('changeBooking', {
      params: { id: booking.id },
      bearer: manageToken,
      key: newKey(),
      body: { version: booking.version, startsAt: '2027-02-15T10:00:00Z' },
    })
    expect(body.code).toBe('slot_taken')
    const { body: again } = await world.send('getBooking', {
      params: { id: booking.id },
      bearer: manageToken,
    })
    expect(again.booking).toMatchObject({ startsAt: '2027-02-15T09:00:00Z', version: 1 })
  })
})

describe('the very owner of a slot', () => {
  it('books with a hold what nobody else can book', async () => {
    const { body: hold } = await world.send('createHold', {
      key: newKey(),
      body: { expertId: 'expert-ada', startsAt: '2027-02-16T10:00:00Z', minutes: 30 },
    })
    const startsAt = hold.startsAt
    const statuses = await race((index) =>
      post('/bookings', bookingInput(startsAt, index === 7 ? { hold } : {})),
    )
    expect(statuses).toEqual(oneWinner)
  })
})
