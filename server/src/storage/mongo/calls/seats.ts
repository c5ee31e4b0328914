import type { Absence } from '../../../domain/calls/seat.ts'
import type { SeatDoc } from '../engine/documents.ts'

/** The same side with nobody on it. */
export function freed({ absence: _before, ...doc }: SeatDoc, absence: Absence): SeatDoc {
  return { ...doc, seat: null, absence, version: doc.version + 1 }
}
