import type { BookedRecord } from '../server/src/domain/bookings/booking.ts'
import type { Instant } from '../server/src/domain/time/instant.ts'
import type { Content } from '../server/src/storage/port/content.ts'
import {
  bookableRange,
  bookableStarts,
  cellsOf,
  createDice,
  day,
  instantOf,
  plus,
  seedCategories,
  seedId,
  spanOf,
} from './built.ts'
import { person } from './people.ts'

type Profile = Content['experts'][number]

export interface StoreSize {
  readonly experts: number
  readonly bookings: number
  /** Sessions that have begun in this quarter of an hour, each of another expert: their rooms are open. */
  readonly calls?: number
}

export interface BenchStore {
  readonly content: Content
  /** Seventy per cent of the hours ahead are booked. */
  readonly measured: Profile
  readonly calls: readonly BookedRecord[]
}

/** Of the measured servers: whoever makes the load makes the links of its bookings. */
export const secret = 'of the servers of a bench, at least 32 bytes long'

const currency = 'USD'
const measuredShare = 0.7
const ratingsEach = 5
const peopleAtMost = 1000
const topic = 'One decision that I keep putting off, and what the next step could be.'

/** A full store: half of the bookings are past, and the same size on the same day gives the same content. */
export function makeStore(size: StoreSize, now: Instant): BenchStore {
  const [measured, ...others] = Array.from({ length: size.experts }, (_, index) => person(index))
  if (!measured) throw new Error('A store has at least one expert')
  const horizon = (measured.schedule.policy.horizonDays + 2) * day
  const half = Math.floor(size.bookings / 2)

  const cells = startsOf(measured, now).length
  const busy = bookingsWith(measured, now, (_, owned) => owned / 2 >= measuredShare * cells)
  const ahead = half > busy.length ? spread(others, half - busy.length, now) : []
  const past = spread([measured, ...others], half, plus(now, -horizon))
  const calls = others
    .slice(0, size.calls ?? 0)
    .map((expert) => bookingOf(expert, quarterOf(now), 30, now))
  const bookings = [...busy, ...ahead, ...past, ...calls]
  return {
    measured,
    calls,
    content: {
      categories: seedCategories,
      experts: [measured, ...others],
      reviews: [measured, ...others].flatMap((expert) => ratings(expert, now)),
      bookings,
      people: bookings.slice(0, peopleAtMost).map(personOf),
    },
  }
}

/** Starts of half an hour that nobody has booked, the experts in turn, two days clear of either end of the horizon. */
export function freeStarts(
  { content }: { readonly content: Pick<Content, 'bookings'> },
  experts: readonly Profile[],
  now: Instant,
): { expertId: string; startsAt: Instant }[] {
  const owned = new Map<string, Set<number>>(experts.map(({ id }) => [id, new Set()]))
  for (const booking of content.bookings) {
    const cells = owned.get(booking.expertId)
    if (cells) for (const cell of cellsOf(booking)) cells.add(cell)
  }
  const free = experts.map((expert) =>
    startsOf(expert, now).filter((startsAt) => {
      const { before } = bookableRange(expert.schedule, now)
      if (startsAt < plus(now, 2 * day) || startsAt > plus(before, -2 * day)) return false
      const cells = owned.get(expert.id)
      return !cellsOf(spanOf(expert.schedule, startsAt, 30)).some((cell) => cells?.has(cell))
    }),
  )
  const most = Math.max(...free.map((starts) => starts.length))
  return Array.from({ length: most }, (_, turn) =>
    experts.flatMap(({ id }, index) => {
      const startsAt = free[index]?.[turn]
      return startsAt === undefined ? [] : [{ expertId: id, startsAt }]
    }),
  ).flat()
}

function quarterOf(now: Instant): Instant {
  return instantOf(now - (now % (15 * 60_000)))
}

function startsOf({ schedule }: Profile, now: Instant): Instant[] {
  const range = bookableRange(schedule, now)
  return [...bookableStarts(schedule, 30, range, now)].map(({ startsAt }) => startsAt)
}

/** So many bookings, the experts in turn. */
function spread(experts: readonly Profile[], count: number, now: Instant): BookedRecord[] {
  const each = Math.floor(count / Math.max(1, experts.length))
  const more = count - each * experts.length
  return experts.flatMap((expert, index) => {
    const wanted = index < more ? each + 1 : each
    return wanted === 0 ? [] : bookingsWith(expert, now, (booked) => booked >= wanted)
  })
}

/** Books starts in random order, as half an hour or a whole one, until it is enough. */
function bookingsWith(
  expert: Profile,
  now: Instant,
  isEnough: (booked: number, cells: number) => boolean,
): BookedRecord[] {
  const dice = createDice(`bench/sessions/${expert.id}/${Math.floor(now / day)}`)
  const starts = startsOf(expert, now)
    .map((startsAt) => ({ startsAt, order: dice() }))
    .toSorted((a, b) => a.order - b.order)
  const long = new Set(
    [...bookableStarts(expert.schedule, 60, bookableRange(expert.schedule, now), now)].map(
      ({ startsAt }) => startsAt,
    ),
  )
  const owned = new Set<number>()
  const bookings: BookedRecord[] = []
  for (const { startsAt } of starts) {
    if (isEnough(bookings.length, owned.size)) break
    const lengths = long.has(startsAt) && dice() < 0.5 ? [60, 30] : [30]
    const isFree = (length: number) =>
      !cellsOf(spanOf(expert.schedule, startsAt, length)).some((cell) => owned.has(cell))
    const minutes = lengths.find(isFree)
    if (minutes === undefined) continue
    for (const cell of cellsOf(spanOf(expert.schedule, startsAt, minutes))) owned.add(cell)
    bookings.push(bookingOf(expert, startsAt, minutes, now))
  }
  return bookings
}

function bookingOf(
  expert: Profile,
  startsAt: Instant,
  minutes: number,
  now: Instant,
): BookedRecord {
  const id = seedId('bench booking', expert.slug, startsAt)
  const early = plus(startsAt, -7 * day)
  // Nobody has booked yet what is to be booked tomorrow.
  const bookedAt = early < now ? early : plus(now, -day)
  return {
    state: 'booked',
    id,
    expertId: expert.id,
    version: 1,
    minutes,
    ...spanOf(expert.schedule, startsAt, minutes),
    createdAt: bookedAt,
    bookedAt,
    customer: { name: 'Jordan Example', email: `${id.toLowerCase()}@example.com` },
    topic,
    timeZone: 'Europe/Paris',
    hourlyRate: expert.hourlyRate,
    currency,
    tokenVersion: 1,
    cancellationMinutes: expert.schedule.policy.cancellationMinutes,
  }
}

function personOf({ id, customer, bookedAt }: BookedRecord): Content['people'][number] {
  return { id, email: customer.email, isAdmin: false, expertId: null, createdAt: bookedAt }
}

function ratings(expert: Profile, now: Instant): Content['reviews'] {
  const dice = createDice(`bench/ratings/${expert.id}`)
  return Array.from({ length: ratingsEach }, (_, index) => ({
    id: seedId('bench rating', expert.slug, index),
    expertId: expert.id,
    version: 1,
    rating: 1 + Math.floor(dice() * 5),
    author: 'A customer',
    writtenAt: instantOf(now - Math.floor(dice() * 400) * day),
  }))
}
