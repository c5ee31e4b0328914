import type { AdminMessage, BookingMessage } from '@expertconnect/contract/messages/shapes'

export function sampleMail(differences: Partial<BookingMessage> = {}): BookingMessage {
  return {
    kind: 'booked',
    recipient: 'customer',
    state: 'handed_over',
    at: '2026-11-23T06:00:02Z',
    ...differences,
  }
}

export function sampleMessage(differences: Partial<AdminMessage> = {}): AdminMessage {
  return {
    id: 'booking-0001.customer.booked.1',
    kind: 'booked',
    state: 'refused',
    booking: { id: 'booking-0001', recipient: 'customer' },
    owedAt: '2026-11-23T06:00:00Z',
    dueAt: '2026-11-23T06:00:00Z',
    settledAt: '2026-11-23T06:00:02Z',
    attempts: 1,
    reply: '550 5.1.1 No such user',
    retryable: true,
    ...differences,
  }
}
