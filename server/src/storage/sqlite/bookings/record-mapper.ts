import type { Party } from '@expertconnect/contract/bookings/shapes'
import type {
  BookedRecord,
  SlotRecord,
  HeldRecord,
  MoreTime,
  OccupiedTime,
  Origin,
  Proposal,
  ReleasedRecord,
  BookingRecord,
  Terms,
} from '../../../domain/bookings/booking.ts'
import type { Late } from '../../../domain/bookings/late.ts'
import { disputeOf, type Settlement } from '../../../domain/bookings/settlement.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { SqlValue } from '../engine/driver.ts'

export interface RecordRow {
  readonly id: string
  readonly expert_id: string
  readonly state: SlotRecord['state']
  readonly version: number
  readonly starts_at: Instant
  readonly ends_at: Instant
  readonly until: Instant
  readonly minutes: number
  readonly created_at: Instant
  readonly expires_at: Instant | null
  readonly renewed: number | null
  readonly holder: string | null
  readonly released_at: Instant | null
  readonly booked_at: Instant | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly email_key: string | null
  readonly customer_phone: string | null
  readonly topic: string | null
  readonly time_zone: string | null
  readonly hourly_rate: number | null
  readonly currency: string | null
  readonly token_version: number | null
  readonly readdressed_at: string | null
  readonly cancellation_minutes: number | null
  readonly cancelled_at: Instant | null
  readonly cancel_reason: string | null
  readonly cancelled_by: Party | null
  readonly proposal: string | null
  readonly more_time: string | null
  readonly late: string | null
  readonly settlement: string | null
  readonly dispute: string | null
  readonly disputed_at: Instant | null
  readonly network: string | null
  readonly maker: string | null
  readonly changed_at: Instant | null
}

/** What the live index covers. */
export type LiveRow = Pick<
  RecordRow,
  'id' | 'version' | 'state' | 'starts_at' | 'ends_at' | 'until' | 'expires_at'
>

/** What each column holds; `at` is when the change was made. */
const columns: Record<keyof RecordRow, (record: SlotRecord, at: Instant) => SqlValue> = {
  id: (record) => record.id,
  expert_id: (record) => record.expertId,
  state: (record) => record.state,
  version: (record) => record.version,
  starts_at: (record) => record.startsAt,
  ends_at: (record) => record.endsAt,
  until: (record) => record.until,
  minutes: (record) => record.minutes,
  created_at: (record) => record.createdAt,
  expires_at: (record) => (record.state === 'held' ? record.expiresAt : null),
  renewed: (record) => (record.state === 'held' ? Number(record.renewed) : null),
  holder: (record) => (record.state === 'held' ? record.holder : null),
  released_at: (record, at) => (record.state === 'released' ? at : null),
  booked_at: (record) => booking(record)?.bookedAt ?? null,
  customer_name: (record) => terms(record)?.customer.name ?? null,
  customer_email: (record) => terms(record)?.customer.email ?? null,
  email_key: (record) => {
    const email = booking(record)?.customer.email
    return email === undefined ? null : emailKey(email)
  },
  customer_phone: (record) => terms(record)?.customer.phone ?? null,
  topic: (record) => terms(record)?.topic ?? null,
  time_zone: (record) => terms(record)?.timeZone ?? null,
  hourly_rate: (record) => (record.state === 'released' ? null : (record.hourlyRate ?? null)),
  currency: (record) => terms(record)?.currency ?? null,
  token_version: (record) => booking(record)?.tokenVersion ?? null,
  readdressed_at: (record) => {
    const times = booking(record)?.readdressedAt
    return times ? JSON.stringify(times) : null
  },
  cancellation_minutes: (record) => terms(record)?.cancellationMinutes ?? null,
  cancelled_at: (record) => (record.state === 'cancelled' ? record.cancelledAt : null),
  cancel_reason: (record) => (record.state === 'cancelled' ? (record.cancelReason ?? null) : null),
  cancelled_by: (record) => (record.state === 'cancelled' ? record.cancelledBy : null),
  proposal: (record) =>
    record.state === 'booked' && record.proposal ? JSON.stringify(record.proposal) : null,
  more_time: (record) =>
    record.state === 'booked' && record.moreTime ? JSON.stringify(record.moreTime) : null,
  late: (record) => (record.state === 'booked' && record.late ? JSON.stringify(record.late) : null),
  settlement: (record) =>
    record.state === 'booked' && record.settlement ? JSON.stringify(record.settlement) : null,
  dispute: (record) => disputed(record)?.state ?? null,
  disputed_at: (record) => disputed(record)?.at ?? null,
  network: (record) => (record.state === 'released' ? null : (record.network ?? null)),
  maker: (record) => (record.state === 'released' ? null : (record.maker ?? null)),
  changed_at: (_record, at) => at,
}

export const recordColumns = Object.keys(columns)
const readers = Object.values(columns)

/** In the order of `recordColumns`. */
export function valuesOf(record: SlotRecord, at: Instant): SqlValue[] {
  return readers.map((read) => read(record, at))
}

export function recordOf(row: RecordRow): SlotRecord {
  switch (row.state) {
    case 'held':
      return heldOf(row)
    case 'released':
      return { ...fieldsOf(row), state: 'released' }
    case 'booked':
      return {
        ...bookingOf(row),
        state: 'booked',
        proposal: row.proposal === null ? undefined : (JSON.parse(row.proposal) as Proposal),
        moreTime: row.more_time === null ? undefined : (JSON.parse(row.more_time) as MoreTime),
        late: row.late === null ? undefined : (JSON.parse(row.late) as Late),
        settlement:
          row.settlement === null ? undefined : (JSON.parse(row.settlement) as Settlement),
      }
    case 'cancelled':
      return {
        ...bookingOf(row),
        state: 'cancelled',
        cancelledAt: row.cancelled_at ?? missing(row),
        cancelReason: row.cancel_reason ?? undefined,
        cancelledBy: row.cancelled_by ?? missing(row),
      }
  }
}

/** When the present version was written; of old rows, what is known of it. */
export function changedAtOf(row: RecordRow): Instant {
  const { changed_at: changedAt, released_at: releasedAt, cancelled_at: cancelledAt } = row
  return changedAt ?? releasedAt ?? cancelledAt ?? row.booked_at ?? row.created_at
}

/** Spelled out: spreading an object with instants in it takes V8 5 microseconds, and boards have dozens. */
export function occupiedTimeOf(row: LiveRow): OccupiedTime {
  const { id, version, until, expires_at: expiresAt } = row
  const startsAt = row.starts_at
  const endsAt = row.ends_at
  return expiresAt === null
    ? { id, version, startsAt, endsAt, until, state: 'booked' }
    : { id, version, startsAt, endsAt, until, state: 'held', expiresAt }
}

function heldOf(row: RecordRow): HeldRecord {
  return {
    ...fieldsOf(row),
    state: 'held',
    expiresAt: row.expires_at ?? missing(row),
    renewed: row.renewed === 1,
    holder: row.holder ?? missing(row),
    hourlyRate: row.hourly_rate ?? undefined,
    ...originOf(row),
    ...(row.customer_name === null ? {} : { pending: termsOf(row) }),
  }
}

function originOf({ network, maker }: RecordRow): Origin {
  return { network: network ?? undefined, maker: maker ?? undefined }
}

function termsOf(row: RecordRow): Terms {
  return {
    customer: {
      name: row.customer_name ?? missing(row),
      email: row.customer_email ?? missing(row),
      phone: row.customer_phone ?? undefined,
    },
    topic: row.topic ?? undefined,
    timeZone: row.time_zone ?? missing(row),
    hourlyRate: row.hourly_rate ?? missing(row),
    currency: row.currency ?? missing(row),
    cancellationMinutes: row.cancellation_minutes ?? missing(row),
  }
}

/** What all records have in common. */
function fieldsOf(row: RecordRow): Omit<ReleasedRecord, 'state'> {
  return {
    id: row.id,
    expertId: row.expert_id,
    version: row.version,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    until: row.until,
    minutes: row.minutes,
    createdAt: row.created_at,
  }
}

/** What booked and cancelled ones have in common. */
function bookingOf(
  row: RecordRow,
): Omit<BookedRecord, 'state' | 'proposal' | 'moreTime' | 'late' | 'settlement'> {
  return {
    ...fieldsOf(row),
    ...originOf(row),
    ...termsOf(row),
    bookedAt: row.booked_at ?? missing(row),
    tokenVersion: row.token_version ?? missing(row),
    readdressedAt:
      row.readdressed_at === null ? undefined : (JSON.parse(row.readdressed_at) as Instant[]),
  }
}

function booking(record: SlotRecord): BookingRecord | null {
  return record.state === 'booked' || record.state === 'cancelled' ? record : null
}

function disputed(record: SlotRecord): ReturnType<typeof disputeOf> {
  return record.state === 'booked' ? disputeOf(record.settlement) : null
}

function terms(record: SlotRecord): Terms | null {
  return record.state === 'held' ? (record.pending ?? null) : booking(record)
}

function missing(row: RecordRow): never {
  throw new Error(`Record ${row.id} lacks a column that its state ${row.state} needs`)
}
