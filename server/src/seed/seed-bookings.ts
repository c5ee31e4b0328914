import type { BookedRecord, SessionRecord } from '../domain/booking.ts'
import type { Expert } from '../domain/expert.ts'
import { day, type Instant, plus } from '../domain/instant.ts'
import { cellsOf } from '../domain/occupancy.ts'
import { bookableStarts } from '../domain/starts.ts'
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

/** Sessions of the last weeks and the next ones; of the bookable starts ahead, about `fill` are taken. */
export function seedBookings(
  expert: Omit<Expert, 'rating'>,
  fill: number,
  currency: string,
  now: Instant,
): SessionRecord[] {
  if (fill === 0) return []
  const dice = createDice(`bookings/${expert.slug}/${Math.floor(now / day)}`)
  const owned = new Set<number>()
  const bookings: SessionRecord[] = []
  const ranges = [
    { from: plus(now, -pastDays * day), before: plus(now, -day), share: fill * 0.5 },
    { from: now, before: plus(now, aheadDays * day), share: fill },
  ]
  for (const { from, before, share } of ranges) {
    const lengths = expert.schedule.sessionLengths
    const length = () => lengths[Math.floor(dice() * lengths.length)] ?? 60
    const shortest = Math.min(...lengths)
    for (const { startsAt } of bookableStarts(expert.schedule, shortest, { from, before }, from)) {
      if (dice() >= share) continue
      const minutes = length()
      const [span] = bookableStarts(
        expert.schedule,
        minutes,
        { from: startsAt, before: plus(startsAt, 1) },
        from,
      )
      const cells = span ? cellsOf(span) : []
      if (!span || cells.some((cell) => owned.has(cell))) continue
      for (const cell of cells) owned.add(cell)
      bookings.push(bookingOf(expert, { ...span, minutes }, currency, dice))
    }
  }
  return bookings
}

function bookingOf(
  expert: Omit<Expert, 'rating'>,
  session: Pick<BookedRecord, 'startsAt' | 'endsAt' | 'until' | 'minutes'>,
  currency: string,
  dice: () => number,
): BookedRecord {
  const name = customers[Math.floor(dice() * customers.length)] ?? customers[0]
  const bookedAt = plus(session.startsAt, -Math.floor(2 + dice() * 9) * day)
  const topic = topics[Math.floor(dice() * topics.length)] ?? topics[0]
  return {
    state: 'booked',
    id: seedId('booking', expert.slug, session.startsAt),
    expertId: expert.id,
    version: 1,
    ...session,
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
