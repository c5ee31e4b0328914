import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookingInput } from '../http/requests.ts'
import { type Answered, send } from '../crash/customer.ts'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { newKey } from '../harness.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { faultsIn, readBookings } from '../storage/mongo/whole-records.ts'

const rivals = 50
const oneWinner = new Map([
  [201, 1],
  [409, rivals - 1],
])

describe.skipIf(mongoUrl === null)('fifty people at two servers want one slot', () => {
  let store: SharedStore
  let servers: readonly RealServer[]
  beforeAll(async () => {
    store = await openSharedStore()
    servers = await Promise.all([store.start(), store.start()])
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  function urlOf(index: number): string {
    return servers[index % servers.length]?.url ?? ''
  }

  async function book(index: number, startsAt: string, minutes = 30): Promise<Answered | null> {
    const body = bookingInput(startsAt, { minutes })
    return send(urlOf(index), { method: 'POST', path: '/bookings', body, key: newKey() })
  }

  function hold(index: number, startsAt: string): Promise<Answered | null> {
    const body = { expertId: 'expert-ada', startsAt, minutes: 30 }
    return send(urlOf(index), { method: 'POST', path: '/holds', body, key: newKey() })
  }

  /** Half of the rivals at each server; pairs of neighbours are at different ones, whatever they want. */
  async function expectOneWinner(attempt: (index: number, at: number) => Promise<Answered | null>) {
    const answers = await Promise.all(
      Array.from({ length: rivals }, (_, index) => attempt(index, index + (index >> 1))),
    )
    const counts = new Map<number | undefined, number>()
    for (const answer of answers) {
      const status = answer?.status === 200 ? 201 : answer?.status
      counts.set(status, (counts.get(status) ?? 0) + 1)
    }
    expect(counts).toEqual(oneWinner)
  }

  it('lets one booking through, every time', async () => {
    for (let round = 0; round < 20; round++) {
      await expectOneWinner((_, at) => book(at, startAt(round)))
    }
  })

  it('lets one through where sessions of 30 and 60 minutes overlap', async () => {
    for (let round = 0; round < 4; round++) {
      // An hour, and the half hour in its second half: they share cells but no start.
      const first = 100 + round * 2
      await expectOneWinner((index, at) =>
        index % 2 === 0 ? book(at, startAt(first), 60) : book(at, startAt(first + 1)),
      )
    }
  })

  it('lets one through where some hold and some book', async () => {
    for (let round = 0; round < 4; round++) {
      const startsAt = startAt(200 + round)
      await expectOneWinner((index, at) =>
        index % 2 === 0 ? book(at, startsAt) : hold(at, startsAt),
      )
    }
  })

  it('lets one through where some move their booking there and some book', async () => {
    const own = await Promise.all(
      Array.from({ length: rivals / 2 }, async (_, index) => {
        const { text } = (await book(index, startAt(300 + index))) ?? {}
        const { booking, manageToken } = JSON.parse(text ?? '{}') as {
          booking: { id: string; version: number }
          manageToken: string
        }
        return { id: booking.id, version: booking.version, token: manageToken }
      }),
    )
    for (let round = 0; round < 4; round++) {
      const startsAt = startAt(400 + round)
      await expectOneWinner(async (index, at) => {
        const mine = own[index / 2]
        if (!mine) return book(at, startsAt)
        const answer = await send(urlOf(at), {
          method: 'PATCH',
          path: `/bookings/${mine.id}`,
          body: { version: mine.version, startsAt },
          key: newKey(),
          token: mine.token,
        })
        if (answer?.status === 200) mine.version += 1
        return answer
      })
    }
  })

  it('lets one change through of many at one booking, and the loser knows', async () => {
    for (let round = 0; round < 4; round++) {
      const { text } = (await book(round, startAt(500 + round * 60))) ?? {}
      const { booking, manageToken } = JSON.parse(text ?? '{}') as {
        booking: { id: string; version: number }
        manageToken: string
      }
      await expectOneWinner((index, at) =>
        send(urlOf(at), {
          method: 'PATCH',
          path: `/bookings/${booking.id}`,
          body: { version: booking.version, startsAt: startAt(501 + round * 60 + index) },
          key: newKey(),
          token: manageToken,
        }),
      )
    }
  })

  it('leaves every record whole', async () => {
    const docs = await readBookings(store.url)
    expect(docs.length).toBeGreaterThan(60)
    expect(faultsIn(docs)).toEqual([])
  })
})
