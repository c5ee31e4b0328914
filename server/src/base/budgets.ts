/** How often something may be done: so many times a second, and so many at once after a pause. */
export interface Pace {
  readonly perSecond: number
  readonly burst: number
}

interface Purse {
  left: number
  at: number
}

/** Answers whether there was enough left. What was refused costs nothing. */
export type Spend = (cost?: number) => boolean

/** The budget of one. */
export function createBudget(pace: Pace): Spend {
  const purse: Purse = { left: pace.burst, at: performance.now() }
  return (cost = 1) => spendFrom(purse, pace, cost, performance.now())
}

/**
 * A budget for each of those who are named by a stranger's doing, as a network is. Kept in this process, for what costs
 * less than writing it down. Those who have all of theirs again are forgotten, and so are the ones who were longest
 * silent, if there are more than `most`: whoever has that many networks has as many budgets. `clock`: in milliseconds.
 */
export function createBudgets(pace: Pace, clock: () => number, most = 10_000) {
  const purses = new Map<string, Purse>()
  const untilFull = (pace.burst / pace.perSecond) * 1000

  function forgetOldest(now: number): void {
    // Two for one, so that what many left behind shrinks while few are here.
    for (let turn = 0; turn < 2; turn++) {
      const [oldest] = purses
      if (!oldest || (purses.size <= most && now - oldest[1].at < untilFull)) return
      purses.delete(oldest[0])
    }
  }

  function purseOf(who: string, now: number): Purse {
    const purse = purses.get(who) ?? { left: pace.burst, at: now }
    // At the end again: the first of them are those who were silent for longest.
    purses.delete(who)
    purses.set(who, purse)
    forgetOldest(now)
    return purse
  }

  return {
    spend(who: string, cost = 1): boolean {
      const now = clock()
      return spendFrom(purseOf(who, now), pace, cost, now)
    },

    /** After how many milliseconds it is their turn; `null` if that is later than they may wait. */
    queue(who: string, atMostMs: number): number | null {
      const now = clock()
      const purse = purseOf(who, now)
      refill(purse, pace, now)
      const wait = Math.max(0, ((1 - purse.left) * 1000) / pace.perSecond)
      if (wait > atMostMs) return null
      purse.left--
      return wait
    },
    size: (): number => purses.size,
  }
}

function refill(purse: Purse, { perSecond, burst }: Pace, now: number): void {
  // A clock that is set back gives nothing.
  const passed = Math.max(0, now - purse.at)
  purse.left = Math.min(burst, purse.left + (passed * perSecond) / 1000)
  purse.at = now
}

function spendFrom(purse: Purse, pace: Pace, cost: number, now: number): boolean {
  refill(purse, pace, now)
  if (purse.left < cost) return false
  purse.left -= cost
  return true
}
