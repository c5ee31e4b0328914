import type { ApplicationStorage } from './applications.ts'
import type { AuditStorage } from './audit.ts'
import type { BlockStorage, ReportStorage } from './blocks.ts'
import type { BookingStorage } from './bookings.ts'
import type { CalendarFeedStorage } from './calendars/feeds.ts'
import type { CalendarStorage } from './calendars/sources.ts'
import type { CallEventStorage, CallStorage } from './calls.ts'
import type { CategoryStorage } from './categories.ts'
import type { Content } from './content.ts'
import type { ExpertStorage } from './experts.ts'
import type { InstallationStorage } from './installation.ts'
import type { StorageListener } from './listener.ts'
import type { MessageStorage } from './messages.ts'
import type { NoteStorage } from './notes.ts'
import type { PeopleStorage } from './people.ts'
import type { ReviewStorage } from './reviews.ts'
import type { ScheduleStorage } from './schedules.ts'
import type { UseStorage } from './uses.ts'

export interface OpenOptions {
  /** Makes what is missing (collections and indexes of MongoDB); an embedded store always does that. */
  readonly migrate?: boolean
  /** What the operator should know although the store can serve. */
  readonly warn?: (line: string) => void
}

/**
 * The one door to durable data, noun by noun. Every operation is atomic; what it answered survives kill -9. Races are
 * decided by a unique key of the engine. An operation whose outcome is unknown rejects with `Unavailable`. Nothing here
 * reads a clock: `now` is a parameter.
 */
export interface Storage {
  readonly bookings: BookingStorage
  readonly schedules: ScheduleStorage
  readonly experts: ExpertStorage
  readonly categories: CategoryStorage
  readonly people: PeopleStorage
  readonly applications: ApplicationStorage
  readonly audit: AuditStorage
  readonly blocks: BlockStorage
  readonly reports: ReportStorage
  readonly reviews: ReviewStorage
  readonly notes: NoteStorage
  readonly calendarFeeds: CalendarFeedStorage
  readonly uses: UseStorage
  readonly messages: MessageStorage
  readonly calendars: CalendarStorage
  readonly installation: InstallationStorage
  /** Not durable: see there. */
  readonly calls: CallStorage
  readonly callEvents: CallEventStorage

  /** Without content. Whoever signed in before there was any does not count. */
  isEmpty(): Promise<boolean>
  /** Fills an empty store in one commit; throws if it is not empty. No listener hears of it. */
  fill(content: Content): Promise<void>

  /** Answers a function that ends the listening. */
  listen(listener: StorageListener): () => void
  /** Throws if the store cannot serve. */
  ping(): Promise<void>
  /** Waits for what is under way. A second call does nothing. */
  close(): Promise<void>
}
