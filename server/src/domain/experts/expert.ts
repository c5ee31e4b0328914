import type { Instant } from '../time/instant.ts'
import type { Schedule } from '../schedules/schedule.ts'

export interface Expert {
  readonly id: string
  /** Of the profile. Rises with every change of it; the schedule has a version of its own. */
  readonly version: number
  /** In the directory and open for booking. What is booked with an expert who is not stands all the same. */
  readonly listed: boolean
  readonly slug: string
  readonly name: string
  readonly headline: string
  readonly bio: string
  readonly bring: readonly string[]
  readonly category: { readonly slug: string; readonly name: string }
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Minor units of the installation's currency. */
  readonly hourlyRate: number
  readonly photoUrl: string | null
  /** Where they meet people when a call finds no path. Nobody's business but theirs and of whoever has booked. */
  readonly meetingUrl: string | null
  readonly rating: { readonly average: number; readonly count: number }
  /** The next free start of the shortest session as of the last refresh. */
  readonly nextFreeAt: Instant | null
  readonly schedule: Schedule
}
