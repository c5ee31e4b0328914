const deafAfter = 15_000
const mostMends = 2

/** Finds media that flow one way only: the other side speaks, says so, and nothing comes. */
export class OneWay {
  #received: number | null = null
  #since: number | null = null
  #samples = 0
  #mends = 0

  /** Another connection counts from 0. */
  restart(): void {
    this.#received = null
    this.#since = null
  }

  /** What is to be done now. At most twice in the life of a pair: who cannot be mended must not be disturbed for ever. */
  add(at: number, audioReceived: number, isExpected: boolean): 'ask' | 'rebuild' | null {
    const isSilent = this.#received === audioReceived
    this.#received = audioReceived
    if (!isExpected || !isSilent) {
      this.#since = null
      return null
    }
    if (this.#since === null) {
      this.#since = at
      this.#samples = 0
    }
    this.#samples += 1
    if (at - this.#since < deafAfter || this.#samples < 2 || this.#mends >= mostMends) return null
    this.#mends += 1
    this.#since = null
    return this.#mends === 1 ? 'ask' : 'rebuild'
  }
}
