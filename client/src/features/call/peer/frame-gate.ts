/** As many messages as one side keeps, and as many words that others have arrived. */
const burst = 700
const perSecond = 20

/**
 * How many texts of the other side are read: all that an honest one says, with everything that it sends again at once, and
 * not what would keep this page busy with nothing else.
 */
export class FrameGate {
  #left = burst
  #at: number

  constructor(now: number) {
    this.#at = now
  }

  lets(now: number): boolean {
    const passed = Math.max(0, now - this.#at) / 1000
    this.#left = Math.min(burst, this.#left + passed * perSecond)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
