/** Time and chance, as those take them who must be testable without either. */
export interface Clock {
  /** Milliseconds; only differences mean something. */
  readonly now: () => number
  /** Runs something later, unless the answer is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  /** From 0 to 1. */
  readonly random: () => number
}

/** Of this device. It counts sleep as well; set back by hand, it goes on from where it was. */
export const realClock: Clock = {
  now: ascending(() => Date.now()),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

/** The same clock, which never goes back. */
export function ascending(read: () => number): () => number {
  let last = -Infinity
  let lost = 0
  return () => {
    const shown = read()
    if (shown + lost < last) lost = last - shown
    last = shown + lost
    return last
  }
}
