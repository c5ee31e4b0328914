import type { Policy } from '@expertconnect/contract/schedules/shapes'
import type { Instant } from '../time/instant.ts'

/** Minutes after midnight on the clock of the expert's zone, `from < to <= 1440`, both multiples of 15. */
export interface WallWindow {
  readonly from: number
  readonly to: number
}

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type WeeklyHours = Readonly<Record<Weekday, readonly WallWindow[]>>

/** By date (`2026-11-23`): the windows that replace the weekly ones that begin on it; none is time off. */
export type Exceptions = Readonly<Record<string, readonly WallWindow[]>>

export interface BusyTime {
  readonly from: Instant
  readonly to: Instant
}

/** When an expert can be booked. `version` rises with every change of any part, session lengths included. */
export interface Schedule {
  readonly version: number
  readonly timeZone: string
  readonly weekly: WeeklyHours
  readonly exceptions: Exceptions
  readonly busy: readonly BusyTime[]
  /** Ascending, in minutes; never empty. */
  readonly sessionLengths: readonly number[]
  readonly policy: Policy
  /** Nothing can be booked for the time being. What is booked stays. */
  readonly paused: boolean
}
