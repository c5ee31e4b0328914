import type {
  BookedRecord,
  SlotRecord,
  HeldRecord,
  LiveRecord,
  OccupiedTime,
} from '../../src/domain/bookings/booking.ts'
import { type Instant, instantOf, minute, parseInstant } from '../../src/domain/time/instant.ts'
import type { Guard } from '../../src/storage/port/bookings.ts'
import type { Content } from '../../src/storage/port/content.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { plainContent } from '../content.ts'

export const now = parseInstant('2027-01-11T08:00:00Z')
export const ada = 'expert-ada'
export const bina = 'expert-bina'

const quarter = 15 * minute
const firstSlot = parseInstant('2027-01-12T09:00:00Z')

let made = 0
/** Unlike any other of this process. */
export function fresh(kind: string): string {
  return `${kind}-${String(++made).padStart(8, '0')}`
}

/** The start that lies so many quarters of an hour after the first one. */
export function quarterAt(index: number): Instant {
  return instantOf(firstSlot + index * quarter)
}

export function later(at: Instant, minutes: number): Instant {
  return instantOf(at + minutes * minute)
}

interface Wanted {
  readonly expertId?: string
  /** In quarters of an hour. */
  readonly slot?: number
  readonly minutes?: number
  readonly gap?: number
}

export function span({ slot = 0, minutes = 60, gap = 0 }: Wanted) {
  const startsAt = quarterAt(slot)
  const endsAt = later(startsAt, minutes)
  return { startsAt, endsAt, until: later(endsAt, gap), minutes }
}

export function aHold(wanted: Wanted & Partial<HeldRecord> = {}): HeldRecord {
  const { slot: _slot, gap: _gap, ...fields } = wanted
  return {
    id: fresh('hold'),
    expertId: ada,
    version: 1,
    createdAt: now,
    state: 'held',
    expiresAt: later(now, 5),
    renewed: false,
    holder: fresh('holder'),
    ...fields,
    ...span(wanted),
  }
}

export function aBooking(wanted: Wanted & Partial<BookedRecord> = {}): BookedRecord {
  const { slot: _slot, gap: _gap, ...fields } = wanted
  return {
    id: fresh('booking'),
    expertId: ada,
    version: 1,
    createdAt: now,
    state: 'booked',
    bookedAt: now,
    customer: { name: 'Grace Hopper', email: `${fresh('grace')}@example.org` },
    timeZone: 'America/New_York',
    hourlyRate: 18_000,
    currency: 'USD',
    tokenVersion: 1,
    cancellationMinutes: 1440,
    ...fields,
    ...span(wanted),
  }
}

export function aGuard(fields: Partial<Guard> = {}): Guard {
  const key = { key: fresh('key'), fingerprint: 'of the content' }
  return { now, scheduleVersion: 1, key, ...fields }
}

/** The booking that a hold becomes. */
export function confirmed(hold: HeldRecord, fields: Partial<BookedRecord> = {}): BookedRecord {
  const { id, expertId, startsAt, endsAt, until, minutes, createdAt } = hold
  const version = hold.version + 1
  return aBooking({
    ...fields,
    id,
    expertId,
    version,
    createdAt,
    ...at({ startsAt, endsAt, until, minutes }),
  })
}

/** `aBooking` and `aHold` compute their time from a slot; this puts one in its place. */
function at(time: Pick<SlotRecord, 'startsAt' | 'endsAt' | 'until' | 'minutes'>): Wanted {
  return {
    slot: (time.startsAt - firstSlot) / quarter,
    minutes: time.minutes,
    gap: (time.until - time.endsAt) / minute,
  }
}

/** What the board is told of a record. */
export function timeOf(record: LiveRecord): OccupiedTime {
  const { id, version, startsAt, endsAt, until } = record
  return record.state === 'held'
    ? { id, version, startsAt, endsAt, until, state: 'held', expiresAt: record.expiresAt }
    : { id, version, startsAt, endsAt, until, state: 'booked' }
}

/** The same record, one version on. */
export function next<R extends SlotRecord>(record: R, fields: Partial<R> = {}): R {
  return { ...record, version: record.version + 1, ...fields }
}

export async function hold(storage: Storage, wanted: Parameters<typeof aHold>[0] = {}) {
  const record = aHold(wanted)
  const outcome = await storage.bookings.hold(record, aGuard())
  if (outcome.kind !== 'done') throw new Error(`The hold was ${outcome.kind}`)
  return record
}

export async function book(storage: Storage, wanted: Parameters<typeof aBooking>[0] = {}) {
  const record = aBooking(wanted)
  const outcome = await storage.bookings.claim(record, aGuard())
  if (outcome.kind !== 'done') throw new Error(`The booking was ${outcome.kind}`)
  return record
}

/** Ada and Bina, without a review or a booking. */
export function emptyContent(): Content {
  return { ...plainContent(), reviews: [] }
}
