import type { Expert } from '../domain/experts/expert.ts'
import { day, type Instant, minute, plus } from '../domain/time/instant.ts'
import type { Person } from '../domain/people/person.ts'
import type { Exceptions, Schedule, WallWindow, WeeklyHours } from '../domain/schedules/schedule.ts'
import { addDays, dateAt } from '../domain/time/wall-time.ts'
import type { Content } from '../storage/port/content.ts'
import { createDice } from './dice.ts'
import { readSeed, type SeedExpert } from './read-seed.ts'
import { seedBookings } from './seed-bookings.ts'
import { seedId } from './seed-id.ts'

/**
 * The demo data: experts, reviews and bookings around `now`. The same day gives the same data. Everybody in it is
 * made up.
 */
export function seedContent(now: Instant, currency: string): Content {
  const { categories, experts: seeds } = readSeed()
  const experts = seeds.map((seed) => ({ seed, expert: toExpert(seed, now) }))
  return {
    categories,
    experts: experts.map(({ expert }) => expert),
    reviews: experts.flatMap(({ seed, expert }) => toReviews(seed, expert.id, now)),
    bookings: experts.flatMap(({ seed, expert }) =>
      seed.keptFree ? [] : seedBookings(expert, seed.fill, currency, now),
    ),
    people: experts.map(({ expert }) => toPerson(expert, now)),
  }
}

/** The ids of all experts of the demo: with them nobody has a session but whoever tries things out. */
export function madeUpExperts(): ReadonlySet<string> {
  return new Set(readSeed().experts.map(({ slug }) => seedId('expert', slug)))
}

/** At example.com, where nobody receives mail: the demo writes to no stranger. */
function toPerson({ id, slug }: Omit<Expert, 'rating'>, now: Instant): Person {
  return {
    id: seedId('person', slug),
    email: `${slug}@example.com`,
    isAdmin: false,
    expertId: id,
    createdAt: now,
  }
}

function toExpert(seed: SeedExpert, now: Instant): Omit<Expert, 'rating'> {
  return {
    id: seedId('expert', seed.slug),
    version: 1,
    listed: true,
    slug: seed.slug,
    name: seed.name,
    headline: seed.headline,
    bio: seed.bio,
    bring: seed.bring,
    category: { slug: seed.category.slug, name: seed.category.name },
    skills: seed.skills,
    languages: seed.languages,
    hourlyRate: seed.hourlyRate * 100,
    photoUrl: `/portraits/${seed.slug}.webp`,
    meetingUrl: null,
    nextFreeAt: null,
    schedule: toSchedule(seed, now),
  }
}

function toSchedule(seed: SeedExpert, now: Instant): Schedule {
  const today = dateAt(seed.timeZone, now)
  const exceptions: Exceptions = Object.fromEntries(
    seed.exceptions.map(({ inDays, windows }) => [addDays(today, inDays), windows.map(toWindow)]),
  )
  const { mon, tue, wed, thu, fri, sat, sun } = seed.weekly
  const hours = (windows: readonly string[] = []) => windows.map(toWindow)
  const weekly: WeeklyHours = {
    1: hours(mon),
    2: hours(tue),
    3: hours(wed),
    4: hours(thu),
    5: hours(fri),
    6: hours(sat),
    7: hours(sun),
  }
  return {
    version: 1,
    timeZone: seed.timeZone,
    weekly,
    exceptions,
    busy: [],
    sessionLengths: seed.sessionLengths,
    policy: seed.policy,
    paused: false,
  }
}

/** `09:00-12:30` as minutes after midnight. */
function toWindow(text: string): WallWindow {
  const [from = 0, to = 0] = text.split('-').map((clock) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    return hours * 60 + minutes
  })
  return { from, to }
}

function toReviews(seed: SeedExpert, expertId: string, now: Instant): Content['reviews'] {
  const dice = createDice(`reviews/${seed.slug}`)
  const written = seed.reviews.map(({ rating, text, author, daysAgo }, index) => ({
    id: seedId('review', seed.slug, index),
    expertId,
    version: 1,
    rating,
    text,
    author,
    writtenAt: plus(now, -daysAgo * day),
  }))
  const ratings = seed.ratingsOnly.map((rating, index) => ({
    id: seedId('rating', seed.slug, index),
    expertId,
    version: 1,
    rating,
    author: 'A customer',
    writtenAt: plus(now, -Math.floor((3 + dice() * 700) * 1440) * minute),
  }))
  return [...written, ...ratings]
}
