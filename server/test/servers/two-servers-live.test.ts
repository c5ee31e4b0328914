import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { instantOf } from '../../src/domain/time/instant.ts'
import { bookingInput } from '../http/requests.ts'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { newKey } from '../harness.ts'
import { connect } from '../realtime/listener.ts'
import { aGuard, aHold } from '../storage/fixtures.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { ReturningWatcher } from './returning-watcher.ts'
import { openSharedStore, type SharedStore, startAt } from './shared-store.ts'
import { ask, bookAt, changeTo, holdAt, moveHold, readBoard, releaseHold } from './visits.ts'
import { faultsIn, readBookings } from '../storage/mongo/whole-records.ts'

const aSecond = 1000

describe.skipIf(mongoUrl === null)('two servers of one store', () => {
  let store: SharedStore
  let here: RealServer
  let there: RealServer
  let watchers: ReturningWatcher[] = []
  beforeAll(async () => {
    store = await openSharedStore()
    ;[here, there] = await Promise.all([store.start(), store.start()])
  })
  afterEach(() => {
    for (const watcher of watchers) watcher.close()
    watchers = []
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  async function watcherAt({ url }: RealServer, expertId?: string): Promise<ReturningWatcher> {
    const watcher = await ReturningWatcher.of(url, expertId)
    watchers.push(watcher)
    return watcher
  }

  /** Comes back when all that was committed before has been told to them. */
  async function catchUp(...those: readonly ReturningWatcher[]): Promise<void> {
    const { booking } = await bookAt(there.url, startAt(markers++))
    const isLast = (watcher: ReturningWatcher) => watcher.updates().at(-1)?.id === booking.id
    await vi.waitFor(() => expect(those.every(isLast)).toBe(true))
  }
  let markers = 500
  let changed = 100

  it('tell at one what is done at the other, within a second, once', async () => {
    const [ada, bina] = await Promise.all([watcherAt(here), watcherAt(here, 'expert-bina')])
    const expected: string[] = []
    async function tells<T>(change: string, act: () => Promise<T>): Promise<T> {
      const done = await act()
      const doneAt = performance.now()
      await vi.waitFor(() => expect(ada.updates()).toHaveLength(expected.length + 1))
      expect(performance.now() - doneAt).toBeLessThan(aSecond)
      const id = ada.updates().at(-1)?.id ?? ''
      expected.push(`${id} ${change}`)
      return done
    }
    const { url } = there
    const given = await tells('held 1', () => holdAt(url, startAt(0)))
    await tells('released 2', () => releaseHold(url, given))
    const hold = await tells('held 1', () => holdAt(url, startAt(1)))
    await tells('held 2', () => moveHold(url, hold, startAt(2)))
    const made = await tells('booked 3', () => bookAt(url, startAt(2), hold))
    const follower = await connect(here.url)
    const watch = { id: made.booking.id, token: made.manageToken }
    expect(await follower.ask('bookings:watch', watch)).toMatchObject({ ok: true })
    const moved = await tells('moved 4', () => changeTo(url, made, { startsAt: startAt(3) }))
    await tells('cancelled 5', () => changeTo(url, moved, { status: 'cancelled' }))
    await tells('booked 1', () => bookAt(url, startAt(3)))

    await catchUp(ada)
    expect(ada.changes().slice(0, -1)).toEqual(expected)
    expect(ada.told).toHaveLength(expected.length + 1)
    expect(bina.told).toEqual([])
    expect(follower.told).toEqual(
      [4, 5].map((version) => ({
        name: 'bookingChanged',
        event: { id: made.booking.id, version },
      })),
    )
    follower.close()
  })

  it('drop at one what it remembered of a board that changed at the other', async () => {
    const watcher = await watcherAt(here)
    for (const index of [10, 11, 12]) {
      const startsAt = startAt(index)
      const before = await readBoard(here.url)
      expect(before.stateOf(startsAt)).toBe('free')
      // From its memory, unless somebody booked in between.
      expect((await readBoard(here.url)).etag).toBe(before.etag)
      const { booking } = await bookAt(there.url, startsAt)
      await vi.waitFor(() => expect(watcher.updates().at(-1)?.id).toBe(booking.id))
      const after = await readBoard(here.url, { 'If-None-Match': before.etag })
      expect([after.status, after.stateOf(startsAt)]).toEqual([200, 'taken'])
    }
  })

  it('show at once, where it was answered, what was done', async () => {
    for (const index of [20, 21, 22, 23]) {
      const { url } = index % 2 === 0 ? here : there
      expect((await readBoard(url)).stateOf(startAt(index))).toBe('free')
      await bookAt(url, startAt(index))
      expect((await readBoard(url)).stateOf(startAt(index))).toBe('taken')
    }
  })

  it('release a hold that runs out once, although both sweep', async () => {
    const both = await Promise.all([watcherAt(here), watcherAt(there)])
    const expiresAt = instantOf(Date.now() + 1500)
    const holds = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const startsAt = instantOf(Date.parse(startAt(100 + index)))
        const endsAt = instantOf(startsAt + 1_800_000)
        const hold = aHold({ expiresAt })
        const record = { ...hold, startsAt, endsAt, until: endsAt, minutes: 30 }
        const guard = aGuard({ now: instantOf(Date.now()) })
        expect((await store.storage.bookings.hold(record, guard)).kind).toBe('done')
        return record
      }),
    )
    const released = (watcher: ReturningWatcher) =>
      watcher.updates().filter(({ status }) => status === 'released').length
    await vi.waitFor(() => expect(both.map(released)).toEqual([20, 20]))
    await catchUp(...both)
    const expected = holds.flatMap(({ id }) => [`${id} held 1`, `${id} released 2`])
    for (const watcher of both) {
      expect(watcher.changes().slice(0, -1).toSorted()).toEqual(expected.toSorted())
    }
  })

  it('know each other’s keys, also at the same moment', async () => {
    const sent = {
      method: 'POST',
      path: '/bookings',
      body: bookingInput(startAt(30)),
      key: newKey(),
    } as const
    const first = await ask(here.url, sent)
    expect(first.status).toBe(201)
    expect(await ask(there.url, sent)).toEqual(first)
    const other = { ...sent, body: bookingInput(startAt(31)) }
    expect((await ask(there.url, other)).status).toBe(422)

    const { id, token } = await holdAt(here.url, startAt(33))
    const bodies = [
      bookingInput(startAt(32)),
      bookingInput(startAt(33), { hold: { id, token } }),
    ] as const
    for (const body of bodies) {
      const together = { ...sent, body, key: newKey() }
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          ask(index % 2 === 0 ? here.url : there.url, together),
        ),
      )
      expect(answers[0]?.status).toBe(201)
      for (const answer of answers) expect(answer).toEqual(answers[0])
    }
  })

  it.each([
    ['move', (at: number) => ({ startsAt: startAt(at + 1) })],
    // It makes its own link void, for all but its retries.
    ['correction of the address', () => ({ customer: { email: 'hopper@example.com' } })],
    ['cancellation', () => ({ status: 'cancelled' })],
  ])('give the one answer to a %s that is sent many times at once', async (_kind, changeFrom) => {
    for (let round = 0; round < 6; round++) {
      const at = changed++ * 2
      const { booking, manageToken } = await bookAt(here.url, startAt(at))
      const change = {
        method: 'PATCH',
        path: `/bookings/${booking.id}`,
        body: { version: 1, ...changeFrom(at) },
        key: newKey(),
        token: manageToken,
      } as const
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          ask(index % 2 === 0 ? here.url : there.url, change),
        ),
      )
      expect(answers[0]?.status).toBe(200)
      for (const answer of answers) expect(answer).toEqual(answers[0])
    }
  })

  it('leave every record whole', async () => {
    expect(faultsIn(await readBookings(store.url))).toEqual([])
  })
})
