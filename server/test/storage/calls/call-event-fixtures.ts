import type { CallEvent } from '../../../src/domain/calls/call-event.ts'
import { fresh, quarterAt } from '../fixtures.ts'

export function aCallEvent(fields: Partial<CallEvent> = {}): CallEvent {
  return {
    id: fresh('event'),
    bookingId: fresh('booking'),
    role: 'customer',
    kind: 'joined',
    seat: 'seat-a',
    at: quarterAt(0),
    server: 'server-a',
    ...fields,
  }
}
