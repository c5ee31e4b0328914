import type { Instant } from './instant.ts'
import type { Schedule } from './schedule.ts'

export interface Expert {
  readonly id: string
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
  readonly rating: { readonly average: number; readonly count: number }
  /** The next free start of the shortest session as of the last refresh. */
  readonly nextFreeAt: Instant | null
  readonly schedule: Schedule
}
