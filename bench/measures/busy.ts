import type { Schedule } from '../../server/src/domain/schedules/schedule.ts'
import type { Instant } from '../../server/src/domain/time/instant.ts'
import {
  bookableStarts,
  day,
  formatInstant,
  instantOf,
  listDays,
  plus,
  readCalendar,
} from '../built.ts'
import { entries, feedOf } from '../calendar-feed.ts'
import { type Figure, figureOf, medianOf, microseconds } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'

const compositions = 200
const readings = 20
const days = 31
const hour = day / 24

/** What the calendars of experts cost: composing a board with their busy times, and reading one of them. */
export async function benchBusy(env: Environment): Promise<Result[]> {
  const { measured } = await env.store(env.settings.sizes.few)
  const { now } = env
  const plain = measured.schedule
  const busy: Schedule = { ...plain, busy: busyTimes(plain, now) }
  const from = formatInstant(now).slice(0, 10)
  const to = formatInstant(plus(now, (days - 1) * day)).slice(0, 10)
  const range = { from, to, timeZone: plain.timeZone, minutes: Math.min(...plain.sessionLengths) }
  const compose = (schedule: Schedule) => () => void listDays(schedule, range, [], now)
  const text = feedOf(busy.busy)
  const asked = {
    from: now,
    to: plus(now, 100 * day),
    timeZone: 'UTC',
    ownDomain: 'experts.example',
  }
  const read = () => void readCalendar({ text, ...asked })

  const [withBusy, without, reading]: [Figure[], Figure[], Figure[]] = [[], [], []]
  for (let round = 0; round <= env.settings.rounds; round++) {
    const figures = [time(compositions, compose(busy)), time(compositions, compose(plain))] as const
    const ofReading = time(readings, read)
    // The first one warms up.
    if (round === 0) continue
    withBusy.push(figures[0])
    without.push(figures[1])
    reading.push(ofReading)
  }
  return [
    resultOf({
      bench: 'busy',
      name: `composing ${days} days with ${entries} busy times, beside none`,
      ours: medianOf(withBusy),
      floor: medianOf(without),
      compared: 'p50',
      target: { atMost: 1.1 },
      rounds: { ours: withBusy, floor: without },
    }),
    resultOf({
      bench: 'busy',
      name: `reading a calendar of ${entries} entries`,
      ours: medianOf(reading),
      floor: null,
      compared: 'p50',
      target: null,
      rounds: { ours: reading, floor: [] },
    }),
  ]
}

function time(count: number, work: () => void): Figure {
  const latencies: number[] = []
  const began = microseconds()
  for (let index = 0; index < count; index++) {
    const at = microseconds()
    work()
    latencies.push(microseconds() - at)
  }
  return figureOf(latencies, microseconds() - began)
}

/** Outside of all that can be booked, so that both boards list the same. */
function busyTimes(schedule: Schedule, now: Instant): Schedule['busy'] {
  const minutes = Math.max(...schedule.sessionLengths)
  const range = { from: now, before: plus(now, 90 * day) }
  const spans = [...bookableStarts(schedule, minutes, range, now)]
  const first = Math.ceil(now / day) * day
  const halves = Array.from({ length: 89 * 48 }, (_, index) => first + (index * hour) / 2)
  const isFree = (at: number) =>
    spans.every(({ startsAt, until }) => at + hour / 4 <= startsAt || until <= at)
  const outside = halves.filter(isFree)
  const step = Math.floor(outside.length / entries)
  if (step < 1) throw new Error('This expert is always there')
  return Array.from({ length: entries }, (_, index) => {
    const at = outside[index * step] ?? first
    return { from: instantOf(at), to: instantOf(at + hour / 4) }
  })
}
