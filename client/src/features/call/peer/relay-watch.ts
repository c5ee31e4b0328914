export type RelayFault = 'relay_refused' | 'relay_unreachable'

const unauthorised = 401

/** Tells why there is no relay, from what the browser says while it looks for one. */
export class RelayWatch {
  #isWanted = false
  /** In this search, and in any. */
  #isFound = false
  #wasFound = false
  fault: RelayFault | null = null

  /** Counts the searches. */
  round = 0

  /** A new search, with these servers. */
  begin(servers: readonly RTCIceServer[]): void {
    const urls = servers.flatMap((server) => server.urls)
    this.#isWanted = urls.some((url) => /^turns?:/.test(url))
    this.#isFound = false
    this.round += 1
  }

  /** Each way to learn something answers whether the fault is news. */
  error(code: number): boolean {
    return code === unauthorised && !this.#isFound && this.#note('relay_refused')
  }

  found(candidate: string): boolean {
    if (!/ typ relay\b/.test(candidate)) return false
    this.#isFound = true
    this.#wasFound = true
    return this.#note(null)
  }

  /**
   * The search is over, or nobody waits for it any longer: Chromium takes 40 s to give up a relay that does not answer,
   * and Firefox told of no errors before 150.
   */
  finished(): boolean {
    const isMissing = this.#isWanted && !this.#wasFound && this.fault === null
    return isMissing && this.#note('relay_unreachable')
  }

  #note(fault: RelayFault | null): boolean {
    const isNews = fault !== this.fault
    this.fault = fault
    return isNews
  }
}
