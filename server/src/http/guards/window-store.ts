import type { Store } from 'express-rate-limit'

/** Addresses whose window is open; strangers of IPv6 have more than any memory. */
const rememberedAtMost = 20_000

/**
 * Counts in this process, for what a count on disk would cost more than. The library's own store keeps whatever
 * addresses came within a window, however many. Of more than these, the one that came first starts anew.
 */
export function createWindowStore(
  windowMs: number,
  clock: () => number,
  most = rememberedAtMost,
): Store {
  const windows = new Map<string, { hits: number; endsAt: number }>()

  function forgetEnded(now: number): void {
    // Windows are equally long: those that were opened first end first.
    for (const [address, { endsAt }] of windows) {
      if (endsAt > now && windows.size <= most) return
      windows.delete(address)
    }
  }

  const kept = (): never => {
    throw new Error('What was done stays counted')
  }
  return {
    localKeys: true,
    increment(address) {
      const now = clock()
      const open = windows.get(address)
      if (open && open.endsAt > now) {
        return { totalHits: ++open.hits, resetTime: inTime(open.endsAt - now) }
      }
      windows.delete(address)
      const opened = { hits: 1, endsAt: now + windowMs }
      windows.set(address, opened)
      forgetEnded(now)
      return { totalHits: 1, resetTime: inTime(windowMs) }
    },
    decrement: kept,
    resetKey: kept,
  }
}

/** The library compares with the clock of the machine, which is not the one that the window was opened by. */
export function inTime(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds)
}
