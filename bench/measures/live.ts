import { type Child, startChild } from '../child.ts'
import { type Connection, send } from '../connection.ts'
import { type Figure, figureOf, medianOf, microseconds, tenths } from '../figures.ts'
import { openConnections } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment, Server } from '../servers.ts'
import { bookingRequest, type FreeStart, inTurn } from './shots.ts'
import { freeStarts } from '../store.ts'
import type { Commit, SubjectCalls } from '../children/subject.ts'
import type { RelayFloorCalls } from '../children/relay-floor.ts'
import type { WatchersCalls } from '../children/watchers.ts'

const atMost = 1.5

interface Booked {
  readonly booking: { readonly id: string; readonly version: number }
  readonly manageToken: string
}

type Crowd = Environment['settings']['live'][number]

/** Those who watch our server, and as many who watch a bare Socket.IO. */
interface Scene {
  readonly expertId: string
  readonly watchers: Child<WatchersCalls>
  readonly bare: Child<RelayFloorCalls>
  readonly bareWatchers: Child<WatchersCalls>
  readonly next: () => FreeStart
  /** Bookings of one round. */
  readonly atOnce: number
}

/** From the commit of a booking to its event at each of those who watch that expert, while others book. */
export async function benchLive(env: Environment): Promise<Result[]> {
  const results: Result[] = []
  for (const crowd of env.settings.live) results.push(...(await benchCrowd(env, crowd)))
  return results
}

async function benchCrowd(env: Environment, crowd: Crowd): Promise<Result[]> {
  const { sizes } = env.settings
  const store = await env.store(sizes.many)
  const { id: expertId } = store.measured
  const subject = await env.subject(sizes.many, 'watched')
  const other = await env.beside(subject, 'watched')
  const { profile } = env
  const bare = await startChild<RelayFloorCalls>('relay-floor', [], { profile })
  const watchers = await startChild<WatchersCalls>('watchers', [], { profile })
  const bareWatchers = await startChild<WatchersCalls>('watchers', [], { profile })
  const free = freeStarts(store, [store.measured], env.now)
  const atOnce = Math.min(crowd.bookings, free.length)
  const scene = { expertId, watchers, bare, bareWatchers, next: inTurn(free), atOnce }
  try {
    const { watchers: count } = crowd
    await watchers.call('watch', { port: subject.port, expertId, count })
    await bareWatchers.call('watch', { port: await bare.call('port', null), expertId, count })
    const results = [await measure(env, scene, crowd, subject, '')]
    if (other) results.push(await measure(env, scene, crowd, other, ' at another server'))
    return results
  } finally {
    await Promise.all([watchers.stop(), bareWatchers.stop(), bare.stop()])
    await env.stopAll()
  }
}

/** Those who watch may be at another server than the one that is booked at. */
async function measure(
  { settings }: Environment,
  { expertId, watchers, bare, bareWatchers, next, atOnce }: Scene,
  { watchers: count, connections }: Crowd,
  { port, child }: Server<SubjectCalls>,
  where: string,
): Promise<Result> {
  const booking = await openConnections([port], connections)

  /** Books, measures, and cancels, so that the same slots can be booked again. */
  async function round(): Promise<{ ours: Figure; floor: Figure }> {
    const wanted = Array.from({ length: atOnce }, next)
    const began = microseconds()
    const booked = await bookAll(booking, wanted)
    const elapsed = microseconds() - began
    const arrivals = await watchers.call('take', booked.length)
    const commits = await child.call('takeCommits', null)
    await cancelAll(booking, booked)
    await watchers.call('take', booked.length)
    await child.call('takeCommits', null)
    const ours = figureAt(booked.length, elapsed, delaysOf(commits, arrivals, count))
    // The same at the same pace: those who come together share a commit, and are told together.
    const moments = commits.map(({ at }) => at - began).toSorted((a, b) => a - b)
    const told = await bare.call('broadcast', { room: expertId, moments })
    const heard = await bareWatchers.call('take', told.length)
    return { ours, floor: figureAt(told.length, elapsed, delaysOf(told, heard, count)) }
  }

  try {
    await round()
    const figures: { ours: Figure[]; floor: Figure[] } = { ours: [], floor: [] }
    for (let index = 0; index < settings.rounds; index++) {
      const { ours, floor } = await round()
      figures.ours.push(ours)
      figures.floor.push(floor)
    }
    return resultOf({
      bench: 'live',
      name: `commit${where} to event at ${count} watchers, ${connections} connections book`,
      ours: medianOf(figures.ours),
      floor: medianOf(figures.floor),
      compared: 'p99',
      target: { atMost },
      rounds: figures,
    })
  } finally {
    for (const connection of booking) connection.close()
  }
}

function figureAt(count: number, elapsed: number, delays: readonly number[]): Figure {
  const { p50, p99 } = figureOf(delays, 1)
  return { perSecond: tenths((count * 1e6) / elapsed), p50, p99 }
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
