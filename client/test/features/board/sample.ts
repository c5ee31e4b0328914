import type { Board, BoardDay, Occupied } from '@expertconnect/contract/boards/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { BookingUpdated } from '@expertconnect/contract/realtime'

/** A Monday. What is tested happens around it, in a zone a quarter of an hour off. */
export const now = Date.parse('2026-11-23T06:00:00Z')

export function sampleExpert(differences: Partial<Expert> = {}): Expert {
  return {
    id: 'expert-1',
    slug: 'asha-rai',
    name: 'Asha Rai',
    headline: 'Trees in cities',
    bio: 'I plant them.',
    bring: [],
    category: { slug: 'design', name: 'Design' },
    skills: [],
    languages: ['en'],
    rating: { average: 4.8, count: 12 },
    hourlyRate: { amount: 6000, currency: 'USD' },
    sessionLengths: [30, 60],
    policy: {
      noticeMinutes: 60,
      horizonDays: 60,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    timeZone: 'Europe/Berlin',
    photoUrl: null,
    nextFreeAt: '2026-11-25T09:00:00Z',
    ...differences,
  }
}

export function instant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** A day with free starts at these times (UTC). */
export function sampleDay(date: string, times: readonly string[], minutes = 30): BoardDay {
  return {
    date,
    ...(times.length === 0 && { reason: 'no_hours' as const }),
    slots: times.map((time) => {
      const startsAt = `${date}T${time}:00Z`
      return { startsAt, endsAt: instant(Date.parse(startsAt) + minutes * 60_000), state: 'free' }
    }),
  }
}

export function sampleBoard(differences: Partial<Board> = {}): Board {
  return {
    timeZone: 'UTC',
    minutes: 30,
    now: instant(now),
    version: 'version-1',
    days: [sampleDay('2026-11-25', ['09:00', '09:30', '10:00'])],
    occupied: [],
    ...differences,
  }
}

export function sampleEvent(differences: Partial<BookingUpdated> = {}): BookingUpdated {
  return {
    expertId: 'expert-1',
    id: 'record-1',
    version: 1,
    status: 'held',
    date: '2026-11-25',
    timeSlot: '10:00',
    startsAt: '2026-11-25T09:00:00Z',
    endsAt: '2026-11-25T09:30:00Z',
    until: '2026-11-25T09:30:00Z',
    expiresAt: instant(now + 5 * 60_000),
    ...differences,
  }
}

export function sampleRow(differences: Partial<Occupied> = {}): Occupied {
  return {
    id: 'record-1',
    version: 1,
    startsAt: '2026-11-25T09:00:00Z',
    endsAt: '2026-11-25T09:30:00Z',
    until: '2026-11-25T09:30:00Z',
    state: 'booked',
    ...differences,
  }
}
