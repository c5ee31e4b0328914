import type {
  CallFault,
  CallHealth,
  CallRole,
  IceServer,
} from '@expertconnect/contract/calls/shapes'
import type { BookingRecord } from '../domain/bookings/booking.ts'
import type { Instant } from '../domain/time/instant.ts'

/** One of the two sides of the call of a booking. */
export interface CallSide {
  readonly bookingId: string
  readonly role: CallRole
}

/** Made for one side alone: what it names runs out with `until`. */
export type IceServersFor = (
  forWhom: CallSide & { readonly until: Instant },
) => readonly IceServer[]

/** What browsers could not do, as they told it, counted by hours. */
export interface CallFaultBook {
  note(fault: CallFault, context: CallSide): Promise<void>
  read(): Promise<CallHealth['reports']>
}

/** The path, with its token, by which the other side comes in; `undefined` everywhere but in a demo on its own machine. */
export type DemoPath = (
  booking: Pick<BookingRecord, 'id' | 'expertId'>,
  role: CallRole,
) => string | undefined
