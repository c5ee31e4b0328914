import { type Instant, minute, plus } from '../../domain/time/instant.ts'

/** Twice as long with each attempt that found no server, up to the last. */
const firstMs = 5000
const longestMs = 2 * minute

export interface Pause {
  readonly since: Instant
  readonly until: Instant
  readonly reason: string
}

export type MailPause = ReturnType<typeof createMailPause>

/** While no mail can be handed over, none is tried: what waits loses no attempt by it. Each server sees for itself. */
export function createMailPause(clock: () => Instant) {
  let pause: Pause | null = null
  let pauseMs = firstMs

  return {
    read: (): Pause | null => pause,
    isOver: (): boolean => pause === null || pause.until <= clock(),
    /** Several attempts under way may find the same fault: it counts once. */
    begin(reason: string): void {
      const now = clock()
      if (pause !== null && pause.until > now) return
      if (pause !== null) pauseMs = Math.min(2 * pauseMs, longestMs)
      pause = { since: pause?.since ?? now, until: plus(now, pauseMs), reason }
    },
    end(): void {
      pause = null
      pauseMs = firstMs
    },
  }
}
