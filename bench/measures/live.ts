import { type Child, startChild } from '../child.ts'
import { type Connection, send } from '../connection.ts'
import { type Figure, figureOf, medianOf, microseconds, tenths } from '../figures.ts'
import { openConnections } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment, Server } from '../servers.ts'
import { bookingRequest, type FreeStart, inTurn } from './shots.ts'
import { freeStarts } from '../store.ts'
import type { Commit, SubjectCalls } from '../children/subject.ts'
import type { WatchersCalls } from '../children/watchers.ts'

const connections = 16
const atMost = 60_000

interface Booked {
  readonly booking: { readonly id: string; readonly version: number }
  readonly manageToken: string
}

interface Case {
  readonly watchers: Child<WatchersCalls>
  /** The server that is booked at; those who watch may be at another one. */
  readonly booked: Server<SubjectCalls>
  readonly next: () => FreeStart
  /** Bookings of one round. */
  readonly atOnce: number
  readonly where: string
}

/** From the commit of a booking to its event at each of those who watch that expert, while others book. */
export async function benchLive(env: Environment): Promise<Result[]> {
  const { watchers: count, liveBookings, sizes } = env.settings
  const store = await env.store(sizes.many)
  const free = freeStarts(store, [store.measured], env.now)
  const next = inTurn(free)
  const atOnce = Math.min(liveBookings, free.length)
  const subject = await env.subject(sizes.many, 'watched')
  const other = await env.beside(subject, 'watched')
  const watchers = await startChild<WatchersCalls>('watchers', [], { profile: env.profile })
  try {
    const { id: expertId } = store.measured
    await watchers.call('watch', { port: subject.port, expertId, count })
    const shared = { watchers, next, atOnce }
    const results = [await measure(env, { ...shared, booked: subject, where: '' })]
    if (other) {
      const where = ' at another server'
      results.push(await measure(env, { ...shared, booked: other, where }))
    }
    return results
  } finally {
    await watchers.stop()
    await env.stopAll()
  }
}

async function measure(
  { settings }: Environment,
  { watchers, booked: { port, child }, next, atOnce, where }: Case,
): Promise<Result> {
  const { rounds, watchers: count } = settings
  const booking = await openConnections([port], connections)

  /** Books, measures, and cancels, so that the same slots can be booked again. */
  async function round(): Promise<Figure> {
    const wanted = Array.from({ length: atOnce }, next)
    const began = microseconds()
    const booked = await bookAll(booking, wanted)
    const elapsed = microseconds() - began
    const arrivals = await watchers.call('take', booked.length)
    const commits = await child.call('takeCommits', null)
    await cancelAll(booking, booked)
    await watchers.call('take', booked.length)
    await child.call('takeCommits', null)
    const { p50, p99 } = figureOf(delaysOf(commits, arrivals, count), 1)
    return { perSecond: tenths((booked.length * 1e6) / elapsed), p50, p99 }
  }

  try {
    await round()
    const figures: Figure[] = []
    for (let index = 0; index < rounds; index++) figures.push(await round())
    return resultOf({
      bench: 'live',
      name: `commit${where} to event at ${count} watchers, ${connections} connections book`,
      ours: medianOf(figures),
      floor: null,
      compared: 'p99',
      target: { atMost },
      rounds: { ours: figures, floor: [] },
    })
  } finally {
    for (const connection of booking) connection.close()
  }
}

function delaysOf(
  commits: readonly Commit[],
  arrivals: ReadonlyMap<string, readonly number[]>,
  watchers: number,
): number[] {
  return commits.flatMap(({ record, at }) => {
    const times = arrivals.get(record) ?? []
    if (times.length !== watchers) throw new Error(`${times.length} of ${watchers} heard ${record}`)
    return times.map((time) => time - at)
  })
}

async function bookAll(
  opened: readonly Connection[],
  starts: readonly FreeStart[],
): Promise<Booked[]> {
  const booked: Booked[] = []
  const waiting = [...starts]
  await onEach(opened, async (connection) => {
    for (let start = waiting.pop(); start; start = waiting.pop()) {
      const { status, body } = await connection.send(bookingRequest(start), true)
      if (status !== 201) throw new Error(`Booking was answered ${status}: ${body}`)
      booked.push(JSON.parse(body) as Booked)
    }
  })
  return booked
}

async function cancelAll(opened: readonly Connection[], booked: readonly Booked[]): Promise<void> {
  const waiting = [...booked]
  await onEach(opened, async (connection) => {
    for (let each = waiting.pop(); each; each = waiting.pop()) {
      const { id, version } = each.booking
      const headers = `Idempotency-Key: cancel-${id}\r\nAuthorization: Bearer ${each.manageToken}\r\n`
      const change = { version, status: 'cancelled' }
      const { status, body } = await connection.send(
        send('PATCH', `/api/v1/bookings/${id}`, headers, change),
      )
      if (status !== 200) throw new Error(`Cancelling was answered ${status}: ${body}`)
    }
  })
}

async function onEach(
  opened: readonly Connection[],
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  await Promise.all(opened.map(work))
}
