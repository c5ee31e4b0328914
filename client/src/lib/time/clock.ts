/** Time and chance, as those take them who must be testable without either. */
export interface Clock {
  /** Milliseconds; only differences mean something. */
  readonly now: () => number
  /** Runs something later, unless the answer is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  /** From 0 to 1. */
  readonly random: () => number
}

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}
