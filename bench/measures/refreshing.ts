import type { CalendarSource } from '../../server/src/domain/calendars/source.ts'
import {
  createSeal,
  day,
  instantOf,
  openStorage,
  plus,
  readCalendar,
  sealAccess,
  unread,
} from '../built.ts'
import { entries, feedOf, originOf } from '../calendar-feed.ts'
import { type Child, startChild } from '../child.ts'
import type { HostCalls } from '../children/calendar-host.ts'
import type { RefresherCalls } from '../children/refresher.ts'
import { type Figure, figureOf, microseconds, tenths } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { secret } from '../store.ts'

const megabyte = 1024 * 1024
/** What is remembered of experts ends with as many busy times as take some 20 MB. */
const heldAtMost = 25
/** Of a child that answers within a minute, on a slow machine too. */
const atATime = 100
/** Each of a quarter of an hour of another day and time, so that no two are one. */
const quarter = day / 96

/**
 * Every expert has a calendar elsewhere: the first time all of them are fetched, and a time when nothing has changed,
 * beside the same requests and the same reading one after the other, without lease, store, thread and guard.
 */
export async function benchRefreshing(env: Environment): Promise<Result[]> {
  const { content } = await env.store(env.settings.sizes.few)
  const experts = content.experts.map(({ id }) => id)
  const host = await startChild<HostCalls>('calendar-host', [], { profile: env.profile })
  const port = await host.call('port', null)
  const text = feedOf(
    Array.from({ length: entries }, (_, index) => ({
      from: instantOf(Math.ceil(env.now / day) * day + index * 17 * quarter),
    })),
  )
  await host.call('serve', text)
  const url = await env.filled({ ...content, bookings: [], people: [] })
  const sources = await addSources(url, experts, port, env)
  const words = [url, String(port), String(experts.length)]
  const refresher = await startChild<RefresherCalls>('refresher', words, { profile: env.profile })
  try {
    const before = await refresher.call('held', null)
    const read = await round(refresher, experts.length)
    await refresher.call('ask', sources)
    const unchanged = await round(refresher, experts.length)
    const after = await refresher.call('held', null)
    const held = { ...read, heldMegabytes: tenths((after - before) / megabyte) }
    const floors = {
      read: await bare(port, experts.length, () => readAgain(text, env)),
      unchanged: await bare(port, experts.length, () => undefined, { 'if-none-match': '"1"' }),
    }
    const calendars = `${experts.length} calendars of ${entries} entries`
    return [
      ratio(`${calendars} fetched, read and kept`, read, floors.read),
      ratio(`${calendars} that have not changed`, unchanged, floors.unchanged),
      resultOf({
        bench: 'refreshing',
        name: `${calendars}: what is held after both`,
        ours: held,
        floor: null,
        compared: 'held',
        target: { atMost: heldAtMost },
        rounds: { ours: [held], floor: [] },
      }),
    ]
  } finally {
    await refresher.stop()
    await host.stop()
    await env.stopAll()
  }
}

function ratio(name: string, ours: Figure, floor: Figure): Result {
  return resultOf({
    bench: 'refreshing',
    name,
    ours,
    floor,
    compared: 'throughput',
    target: null,
    rounds: { ours: [ours], floor: [floor] },
  })
}

/** One calendar for each expert, all of them due. */
async function addSources(
  url: string,
  experts: readonly string[],
  port: number,
  { now }: Environment,
): Promise<Pick<CalendarSource, 'id' | 'expertId'>[]> {
  const seal = createSeal(secret)
  const sourceOf = (expertId: string, index: number): CalendarSource => {
    const id = `source-${index}`
    const address = `${originOf(index, port)}/calendar.ics`
    return {
      id,
      expertId,
      name: 'Elsewhere',
      kind: 'file',
      sealedAddress: sealAccess(seal, { address, account: null }, id),
      addressMark: id,
      shownAddress: address,
      blocks: true,
      paused: false,
      receives: false,
      marginMinutes: 0,
      addedAt: now,
      state: unread,
      dueAt: now,
    }
  }
  const sources = experts.map(sourceOf)
  const storage = await openStorage(url)
  for (const source of sources) await storage.calendars.addSource(source)
  await storage.close()
  return sources.map(({ id, expertId }) => ({ id, expertId }))
}

async function round(refresher: Child<RefresherCalls>, count: number): Promise<Figure> {
  const taken: number[] = []
  const began = microseconds()
  for (;;) {
    const some = await refresher.call('refresh', atATime)
    if (some.length === 0) break
    taken.push(...some)
  }
  const elapsed = microseconds() - began
  if (taken.length < count) throw new Error(`Of ${count} calendars ${taken.length} were fetched`)
  return figureOf(taken, elapsed)
}

async function bare(
  port: number,
  count: number,
  read: () => unknown,
  headers: Record<string, string> = {},
): Promise<Figure> {
  const taken: number[] = []
  const began = microseconds()
  for (let index = 0; index < count; index++) {
    const at = microseconds()
    await (await fetch(`http://127.0.0.1:${port}/calendar.ics`, { headers })).text()
    read()
    taken.push(microseconds() - at)
  }
  return figureOf(taken, microseconds() - began)
}

function readAgain(text: string, { now }: Environment): unknown {
  const to = plus(now, 100 * day)
  return readCalendar({ text, from: now, to, timeZone: 'UTC', ownDomain: 'experts.example' })
}
