import type { Instant } from '../../domain/time/instant.ts'

export interface UseWindow {
  readonly now: Instant
  readonly milliseconds: number
  /** Of a shield against floods: if a server of the database fails in this moment, the use may be forgotten. */
  readonly mayBeLost?: boolean | undefined
}

export interface UseCount {
  readonly count: number
  readonly endsAt: Instant
}

/** How often something was done, for limits that hold on all servers and after a restart. */
export interface UseStorage {
  /**
   * Counts one more use of `key`, whichever server of the store it comes to, in the window that is open at `now`: one
   * opens with the first use and ends `milliseconds` later, and from `endsAt` on the next use opens another. Answers
   * how many uses it has, this one included; of many at once, each is answered another number.
   */
  count(key: string, window: UseWindow): Promise<UseCount>
  /** How many uses each of these keys has in a window that is open at `now`; those without one are left out. */
  read(keys: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>>
  /** Forgets windows that ended at or before `before`; answers how many. */
  forget(before: Instant): Promise<number>
}
