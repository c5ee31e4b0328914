import type { BookedRecord, BookingRecord } from '../domain/bookings/booking.ts'
import type { Expert } from '../domain/experts/expert.ts'
import { day, hour, type Instant, plus } from '../domain/time/instant.ts'
import { cellsOf } from '../domain/bookings/occupancy.ts'
import { bookableStarts } from '../domain/schedules/starts.ts'
import { addDays, dateAt, startOfDay } from '../domain/time/wall-time.ts'
import { createDice } from './dice.ts'
import { seedId } from './seed-id.ts'

const customers = [
  'Lena Hartmann',
  'Marcus Bell',
  'Ifeoma Eze',
  'Jonas Lindberg',
  'Chiara Conti',
  'Samir Haddad',
  'Grace Kim',
  'Tomás Rivera',
  'Anna Nowak',
  'Ravi Menon',
] as const
const topics = [
  'First session, I will send notes beforehand',
  'Following up on what we agreed last time',
  'One decision that I keep putting off',
  'Looking for a second opinion',
  'Preparing for next week',
] as const

const pastDays = 28
const aheadDays = 24

/**
 * Sessions of the last weeks and the next ones; of the bookable starts ahead, about `fill` are taken. Where hours are
 * left, there is a session later today and a few this week, so that no desk is empty.
 */
export function seedBookings(
  expert: Omit<Expert, 'rating'>,
  fill: number,
  currency: string,
  now: Instant,
): BookingRecord[] {
  const dice = createDice(`bookings/${expert.slug}/${Math.floor(now / day)}`)
  const { timeZone, policy, sessionLengths } = expert.schedule
  // Whoever booked did so in good time.
  const schedule = { ...expert.schedule, policy: { ...policy, noticeMinutes: 0 } }
  const shortest = Math.min(...sessionLengths)
  const owned = new Set<number>()
  const bookings: BookingRecord[] = []

  function book(startsAt: Instant, from: Instant): void {
    const minutes = sessionLengths[Math.floor(dice() * sessionLengths.length)] ?? 60
    const range = { from: startsAt, before: plus(startsAt, 1) }
    const [span] = bookableStarts(schedule, minutes, range, from)
    const cells = span ? cellsOf(span) : []
    if (!span || cells.some((cell) => owned.has(cell))) return
    for (const cell of cells) owned.add(cell)
    bookings.push(bookingOf(expert, { ...span, minutes }, currency, now, dice))
  }

  const ranges = [
    { from: plus(now, -pastDays * day), before: plus(now, -day), share: fill * 0.5 },
    { from: plus(now, -day), before: plus(now, aheadDays * day), share: fill },
  ]
  for (const { from, before, share } of ranges) {
    for (const { startsAt } of bookableStarts(schedule, shortest, { from, before }, from)) {
      if (dice() < share) book(startsAt, from)
    }
  }

  const midnight = startOfDay(timeZone, addDays(dateAt(timeZone, now), 1))
  const atLeast = [
    { before: midnight, count: 1 },
    { before: plus(now, 7 * day), count: 3 },
  ]
  for (const { before, count } of atLeast) {
    let last = now
    for (const { startsAt } of bookableStarts(schedule, shortest, { from: now, before }, now)) {
      const there = bookings.filter((each) => each.startsAt >= now && each.startsAt < before)
      if (there.length >= count) break
      if (startsAt < last) continue
      book(startsAt, now)
      // On different days, rather than one after the other.
      if (bookings.at(-1)?.startsAt === startsAt) last = plus(startsAt, day)
    }
  }
  return bookings
}

function bookingOf(
  expert: Omit<Expert, 'rating'>,
  time: Pick<BookedRecord, 'startsAt' | 'endsAt' | 'until' | 'minutes'>,
  currency: string,
  now: Instant,
  dice: () => number,
): BookedRecord {
  const name = customers[Math.floor(dice() * customers.length)] ?? customers[0]
  const days = Math.floor(2 + dice() * 9)
  const early = plus(time.startsAt, -days * day)
  // Nobody has booked yet what is to be booked tomorrow.
  const bookedAt = early < now ? early : plus(now, -days * 7 * hour)
  const topic = topics[Math.floor(dice() * topics.length)] ?? topics[0]
  return {
    state: 'booked',
    id: seedId('booking', expert.slug, time.startsAt),
    expertId: expert.id,
    version: 1,
    ...time,
    createdAt: bookedAt,
    bookedAt,
    customer: { name, email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com` },
    topic,
    timeZone: 'Europe/London',
    hourlyRate: expert.hourlyRate,
    currency,
    tokenVersion: 1,
    cancellationMinutes: expert.schedule.policy.cancellationMinutes,
  }
}
