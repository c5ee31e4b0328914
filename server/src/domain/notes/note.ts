import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../time/instant.ts'

/** What one side of a session keeps about it for itself. Nobody else reads it: not the other side, no administrator. */
export interface Note {
  readonly bookingId: string
  readonly side: CallRole
  readonly expertId: string
  /** Starts at 1 and rises by one with every change. */
  readonly version: number
  /** Empty where its writer took everything back, or was erased. */
  readonly text: string
  readonly savedAt: Instant
}

/** There is one for each side of a booking. */
export function noteId({ bookingId, side }: Pick<Note, 'bookingId' | 'side'>): string {
  return `${bookingId} ${side}`
}
