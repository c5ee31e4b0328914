import { createTokens } from '../../src/base/tokens.ts'
import type { BookedRecord } from '../../src/domain/bookings/booking.ts'
import type { AttendanceOutcome } from '@expertconnect/contract/calls/shapes'
import { type Instant, hour, instantOf, minute, plus } from '../../src/domain/time/instant.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { aBooking } from '../storage/fixtures.ts'
import { aCallEvent } from '../storage/calls/call-event-fixtures.ts'

export interface PastSession {
  readonly booking: BookedRecord
  readonly outcome: AttendanceOutcome
}

/** Sessions of Ada whose rooms have closed by the clock of this machine: at every other one both came, else the expert alone. */
export function pastSessions(count: number): PastSession[] {
  const latest = Math.floor(Date.now() / hour) * hour - 3 * hour
  return Array.from({ length: count }, (_, index) => {
    const startsAt = instantOf(latest - index * hour)
    const endsAt = plus(startsAt, 30 * minute)
    const times = { startsAt, endsAt, until: endsAt, minutes: 30 }
    const made = plus(startsAt, -hour)
    return {
      booking: { ...aBooking(), ...times, createdAt: made, bookedAt: made },
      outcome: index % 2 === 0 ? 'completed' : 'customer_missed',
    }
  })
}

/** What servers wrote down of who was there, of which nothing was made yet. */
export async function writeEvents(
  { callEvents }: Pick<Storage, 'callEvents'>,
  sessions: readonly PastSession[],
): Promise<void> {
  for (const { booking, outcome } of sessions) {
    const roles =
      outcome === 'completed' ? (['customer', 'expert'] as const) : (['expert'] as const)
    const events = roles.flatMap((role) =>
      [0, 4, 8, 12, 16, 20, 24, 28].map((minutes) =>
        aCallEvent({
          bookingId: booking.id,
          role,
          kind: 'there',
          seat: `seat of ${role}`,
          at: plus(booking.startsAt, minutes * minute),
        }),
      ),
    )
    await callEvents.append(events)
  }
}

/** Whether this one is settled, as its customer reads it. */
export async function isSettled(
  url: string,
  secret: string,
  { booking }: PastSession,
): Promise<boolean> {
  const token = createTokens(secret).forCustomer(booking)
  const response = await fetch(`${url}/api/v1/bookings/${booking.id}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  const answer = (await response.json()) as { booking?: { attendance?: object } }
  if (!answer.booking) throw new Error(`It could not be read: ${response.status}`)
  return answer.booking.attendance !== undefined
}

export interface Found {
  readonly version: number
  readonly outcome: AttendanceOutcome | undefined
  readonly settledAt: Instant | undefined
}

/** As they lie in the store, in the order of the sessions. */
export function readAll(
  { bookings }: Pick<Storage, 'bookings'>,
  sessions: readonly PastSession[],
): Promise<Found[]> {
  return Promise.all(
    sessions.map(async ({ booking }) => {
      const record = await bookings.find(booking.id)
      if (record?.state !== 'booked') throw new Error(`${booking.id} is no booking any more`)
      const { version, settlement } = record
      return { version, outcome: settlement?.outcome, settledAt: settlement?.settledAt }
    }),
  )
}
