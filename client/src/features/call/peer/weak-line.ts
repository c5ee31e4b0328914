import type { Sample } from './stats.ts'

const tooNarrow = 150_000
const wideEnough = 300_000
const tooLossy = 0.15
const cleanEnough = 0.05
const secondsToGiveUp = 4000
const firstTry = 15_000
const longestTry = 120_000
/** Right after the beginning the browser has no idea yet. */
const settling = 6000

/**
 * Sound before picture: whether the camera has to make way. Back comes the picture where the line allows it; where
 * nothing is known of a line that carries little, it is tried after a while, and ever later.
 */
export class WeakLine {
  #isWeak = false
  #since: number | null = null
  #weakAt = 0
  #tryAfter = firstTry
  #beganAt: number | null = null

  get isWeak(): boolean {
    return this.#isWeak
  }

  /** Another path: what was known of the one before says nothing. */
  restart(): void {
    this.#beganAt = null
    this.#since = null
  }

  /** Whether that changed. */
  add({ at, estimate, lossThere }: Sample): boolean {
    this.#beganAt ??= at
    if (at - this.#beganAt < settling) return false
    return this.#isWeak
      ? this.#mayEnd(at, estimate, lossThere ?? 0)
      : this.#mayBegin(at, estimate, lossThere ?? 0)
  }

  #mayBegin(at: number, estimate: number | null, loss: number): boolean {
    if ((estimate ?? Infinity) >= tooNarrow && loss <= tooLossy) {
      this.#since = null
      return false
    }
    this.#since ??= at
    if (at - this.#since < secondsToGiveUp) return false
    // Gave up again soon after a try: the next one waits longer.
    this.#tryAfter =
      at - this.#weakAt < this.#tryAfter * 3 && this.#weakAt > 0
        ? Math.min(longestTry, this.#tryAfter * 2)
        : firstTry
    this.#isWeak = true
    this.#weakAt = at
    this.#since = null
    return true
  }

  #mayEnd(at: number, estimate: number | null, loss: number): boolean {
    const isWide = estimate !== null && estimate > wideEnough
    if (loss > cleanEnough) this.#since = null
    else this.#since ??= at
    const cleanFor = this.#since === null ? 0 : at - this.#since
    if (cleanFor < (isWide ? secondsToGiveUp : this.#tryAfter)) return false
    this.#isWeak = false
    this.#since = null
    return true
  }
}
