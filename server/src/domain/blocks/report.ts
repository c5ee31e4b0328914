import type { ReportState } from '@expertconnect/contract/blocks/shapes'
import type { Instant } from '../time/instant.ts'

/** What an expert says of one of their bookings, for administrators. */
export interface Report {
  readonly id: string
  readonly bookingId: string
  readonly state: ReportState
  readonly reason: string
  readonly reportedAt: Instant
  /** The expert's address. */
  readonly by: string
  readonly decidedAt?: Instant | undefined
  readonly decidedBy?: string | undefined
  readonly word?: string | undefined
}
