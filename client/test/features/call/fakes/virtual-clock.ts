import type { Clock } from '../../../../src/lib/time/clock.ts'

/** Time that passes when it is told to. Chance comes from a seed, so that what failed can be seen again. */
export class VirtualClock implements Clock {
  #now = 1_000_000
  #next = 0
  #state: number
  readonly #timers = new Map<number, { at: number; run: () => void }>()

  constructor(seed = 1) {
    this.#state = seed >>> 0
  }

  readonly now = (): number => this.#now

  readonly after = (ms: number, run: () => void): (() => void) => {
    const id = this.#next++
    this.#timers.set(id, { at: this.#now + Math.max(0, ms), run })
    return () => this.#timers.delete(id)
  }

  /** Mulberry32. */
  readonly random = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      this.after(ms, resolve)
    })

  get pending(): number {
    return this.#timers.size
  }

  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (let due = this.#first(end); due; due = this.#first(end)) {
      this.#timers.delete(due.id)
      this.#now = Math.max(this.#now, due.at)
      due.run()
      await settled()
    }
    this.#now = end
  }

  /** Nobody ran meanwhile: what was due runs late, in the order in which it was due. */
  sleepThrough(ms: number): void {
    this.#now += ms
  }

  #first(end: number): { id: number; at: number; run: () => void } | undefined {
    let first: { id: number; at: number; run: () => void } | undefined
    for (const [id, { at, run }] of this.#timers) {
      if (at <= end && (!first || at < first.at)) first = { id, at, run }
    }
    return first
  }
}

/** Everything that waits for nothing but its turn has had it. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
