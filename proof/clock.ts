const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A start as requests have it: whole seconds, UTC. */
export function formatStart(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** How far the clocks of the servers are ahead of this machine's, and how far they have ever been. */
export interface Clock {
  /** As the servers see it. */
  readonly now: () => number
  /** The latest that it ever showed: what ran out then may be gone, also where the clock went back since. */
  latest(): number
  aheadMs(): number
  jump(ms: number): void
}

export function createClock(startsAheadMs: number): Clock {
  let ahead = startsAheadMs
  let latest = 0
  const now = () => Date.now() + ahead
  return {
    now,
    aheadMs: () => ahead,
    latest: () => (latest = Math.max(latest, now())),
    jump(ms) {
      latest = Math.max(latest, now())
      ahead += ms
    },
  }
}

/** By how much the clock jumps between two lives of a server: mostly a little, sometimes back, sometimes over a night. */
export function jumpOf(chance: number): number {
  if (chance < 0.15) return -20_000
  if (chance < 0.5) return 90_000
  if (chance < 0.6) return 7 * minute
  return chance < 0.85 ? hour : day
}

/** How far ahead a run begins, so that its bookings lie on both sides of the next change of clocks in Europe. */
export function aheadToClockChange(now: number): number {
  const offsetAt = (at: number) =>
    new Intl.DateTimeFormat('en', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value
  const offset = offsetAt(now)
  for (let days = 1; days < 300; days++) {
    if (offsetAt(now + days * day) !== offset) return (days - 2) * day
  }
  throw new Error('Europe/London changes its clocks no more')
}
