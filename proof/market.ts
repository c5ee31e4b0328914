import type { Content } from '../server/src/storage/port/content.ts'
import { plainContent } from '../server/test/content.ts'
import { aBooking } from '../server/test/storage/fixtures.ts'
import { everyDay } from '../server/test/domain/schedules/schedules.ts'
import { aPerson } from '../server/test/storage/people/people-fixtures.ts'
import { instantOf } from './built.ts'
import { formatStart } from './clock.ts'
import type { Watched } from './clients/watcher.ts'

const minute = 60_000
const halfHour = 30 * minute
const hour = 60 * minute
/** More than clocks jump in one run. */
const callHours = 24 * 60
/** The first reminders come due within minutes. */
const firstStartMs = 24 * hour + 2 * minute
const startsWanted = 40

/** Nobody books with them: their sessions are there from the beginning. */
const callExpertId = 'expert-of-calls'

interface Kind {
  readonly name: string
  readonly timeZone: string
  readonly gapMinutes: number
}

const kinds: readonly Kind[] = [
  { name: 'plain', timeZone: 'Europe/London', gapMinutes: 0 },
  { name: 'with-a-gap', timeZone: 'America/New_York', gapMinutes: 15 },
  { name: 'far-away', timeZone: 'Australia/Lord_Howe', gapMinutes: 0 },
]

const idOf = ({ name }: Kind) => `expert-${name}`

export const watched: readonly Watched[] = kinds.map((kind) => ({
  expertId: idOf(kind),
  slug: kind.name,
  gapMs: kind.gapMinutes * minute,
}))

/** One after the other, so that a room is open whenever somebody comes: so many hours from `now` on. */
function callBookings(now: number): Content['bookings'] {
  return Array.from({ length: callHours }, (_, index) => {
    const startsAt = instantOf(Math.floor(now / hour + index - 1) * hour)
    const endsAt = instantOf(startsAt + hour)
    const times = { startsAt, endsAt, until: endsAt, minutes: 60 }
    return { ...aBooking({ expertId: callExpertId }), ...times, id: `call-${index}-of-the-proof` }
  })
}

/** Experts who can be booked at any hour, in zones whose clocks change in different ways; each reads mails. */
export function marketContent(now: number): Content {
  const { categories, experts } = plainContent()
  const [model] = experts
  if (!model) throw new Error('There is no expert to go by')
  const ofCalls = { name: 'of-calls', timeZone: 'UTC', gapMinutes: 0 }
  const all = [...kinds, ofCalls].map((kind) => ({
    ...model,
    id: idOf(kind),
    slug: kind.name,
    schedule: {
      ...model.schedule,
      timeZone: kind.timeZone,
      weekly: everyDay({ from: 0, to: 1440 }),
      sessionLengths: [30, 60],
      policy: {
        ...model.schedule.policy,
        gapMinutes: kind.gapMinutes,
        noticeMinutes: 0,
        horizonDays: 30,
        stepMinutes: 30 as const,
        cancellationMinutes: 0,
      },
    },
  }))
  const people = all.map(({ id }) => aPerson({ email: `${id}@example.org`, expertId: id }))
  return { categories, experts: all, reviews: [], bookings: callBookings(now), people }
}

/** The times that everybody wants, when the clock shows this. */
export function startsFrom(now: number): string[] {
  const first = Math.ceil((now + firstStartMs) / halfHour) * halfHour
  return Array.from({ length: startsWanted }, (_, index) => formatStart(first + index * halfHour))
}
