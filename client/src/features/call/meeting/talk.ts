import type { Clock } from '../../../lib/time/clock.ts'

/** When the two first heard each other, and for how long they did. */
export class Talk {
  readonly #clock: Clock
  #before = 0
  #since: number | null = null
  beganAt: number | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  run(isConnected: boolean): void {
    if (isConnected === (this.#since !== null)) return
    this.#before = this.ms()
    this.#since = isConnected ? this.#clock.now() : null
    if (isConnected) this.beganAt ??= this.#since
  }

  ms(): number {
    return this.#before + (this.#since === null ? 0 : this.#clock.now() - this.#since)
  }
}
