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
  /** Ascending and apart: what other calendars block. */
  readonly busy: readonly BusyTime[]
  /** How many of its versions changed nothing but these; none where it is left out. */
  readonly busyChanges?: number
  /** Ascending, in minutes; never empty. */
  readonly sessionLengths: readonly number[]
  readonly policy: Policy
  /** Nothing can be booked for the time being. What is booked stays. */
  readonly paused: boolean
}

/** What its expert has seen of it, and changes: it stays the same while only busy times come and go. */
export function editionOf({ version, busyChanges = 0 }: Schedule): number {
  return version - busyChanges
}

/** The same schedule with other busy times, one version on. */
export function withBusy(schedule: Schedule, busy: readonly BusyTime[]): Schedule {
  const { version, busyChanges = 0 } = schedule
  return { ...schedule, version: version + 1, busy, busyChanges: busyChanges + 1 }
}
