import type { CalendarSource, SourceState } from '../../../domain/calendars/source.ts'
import type { Instant } from '../../../domain/time/instant.ts'

/** What an expert says of a calendar, with what opens it; what is left out stays. */
export type SourceChoices = Partial<
  Pick<
    CalendarSource,
    'name' | 'blocks' | 'paused' | 'receives' | 'marginMinutes' | 'sealedAddress'
  >
>

export interface SourceLease {
  readonly source: CalendarSource
  readonly lease: string
}

/** The calendars that experts have elsewhere. What they block is stored with the schedule, and is told by it. */
export interface CalendarStorage {
  /** Answers the one that stands: of one address an expert has one, also when many add it at once. */
  addSource(source: CalendarSource): Promise<CalendarSource>
  /** Null if the expert has none of that id. */
  changeSource(id: string, expertId: string, choices: SourceChoices): Promise<CalendarSource | null>
  /** Has it fetched next; null if the expert has none of that id. */
  callSource(id: string, expertId: string, now: Instant): Promise<CalendarSource | null>
  /** False if the expert has none of that id. */
  removeSource(id: string, expertId: string): Promise<boolean>
  /** In the order in which they were added. */
  sourcesOf(expertId: string): Promise<readonly CalendarSource[]>

  /**
   * Gives the next one that is due and not paused to one asker alone, for so long; by the clock of the database, where
   * several servers share one. `name` is one that nobody else has.
   */
  leaseSource(now: Instant, forMs: number, name: string): Promise<SourceLease | null>
  /** Keeps what a fetch brought. False, and nothing is written, if the lease has ended and another one was given. */
  keepState(leased: SourceLease, state: SourceState): Promise<boolean>
  /** Ends the lease. False if it had ended and another one was given. */
  endLease(leased: SourceLease, dueAt: Instant): Promise<boolean>
}
