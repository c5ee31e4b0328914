import type { Booking } from '@expertconnect/contract/bookings/shapes'

export function sampleBooking(differences: Partial<Booking> = {}): Booking {
  return {
    id: 'booking-0001',
    version: 2,
    status: 'booked',
    expert: {
      id: 'expert-1',
      slug: 'asha-rai',
      name: 'Asha Rai',
      headline: 'Trees in cities',
      photoUrl: null,
      timeZone: 'Europe/Berlin',
    },
    startsAt: '2030-11-25T09:00:00Z',
    endsAt: '2030-11-25T10:00:00Z',
    minutes: 60,
    price: { amount: 6000, currency: 'USD' },
    customer: { name: 'Mina', email: 'mina@example.org' },
    timeZone: 'UTC',
    createdAt: '2026-11-23T06:00:00Z',
    changeableUntil: '2030-11-24T09:00:00Z',
    roomOpensAt: '2030-11-25T08:50:00Z',
    roomClosesAt: '2030-11-25T10:30:00Z',
    seenAs: 'customer',
    allowedActions: ['cancel', 'reschedule', 'correct'],
    ...differences,
  }
}
