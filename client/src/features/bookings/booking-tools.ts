import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import type { ReactNode } from 'react'
import type { Change } from './use-change-booking.ts'

export interface ChangeTool {
  booking: Booking
  /** Answers why it was refused, or nothing. */
  send: (change: Change) => Promise<Problem | null>
  close: () => void
}

/** What belongs to the booking panel and is lent to a booking's page: choosing another slot, and the form. */
export type BookingTools = Readonly<
  Record<'reschedule' | 'correct', (tool: ChangeTool) => ReactNode>
>
