import type { Call } from '@expertconnect/contract/calls/shapes'

/** As the server answers it to the customer while the room is open. */
export function sampleCall(differences: Partial<Call> = {}): Call {
  return {
    bookingId: 'booking-0001',
    version: 1,
    role: 'customer',
    state: 'open',
    now: '2030-11-25T08:55:00Z',
    startsAt: '2030-11-25T09:00:00Z',
    endsAt: '2030-11-25T10:00:00Z',
    opensAt: '2030-11-25T08:50:00Z',
    closesAt: '2030-11-25T10:30:00Z',
    expert: { slug: 'asha-rai', name: 'Asha Rai', photoUrl: '/portraits/asha-rai.webp' },
    self: { name: 'Mina', isThere: false },
    other: { name: 'Asha Rai', isThere: true },
    iceServers: [],
    ticket: 'ticket-1',
    ...differences,
  }
}
