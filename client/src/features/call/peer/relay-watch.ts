export type RelayFault = 'relay_refused' | 'relay_unreachable'

const unauthorised = 401
const unreachable = 701

/** Tells why there is no relay, from what the browser says while it looks for one. */
export class RelayWatch {
  #relays: readonly string[] = []
  #silent = new Set<string>()
  #hasRelay = false
  fault: RelayFault | null = null

  /** A new search, with these servers. */
  begin(servers: readonly RTCIceServer[]): void {
    this.#relays = servers.flatMap(({ urls }) => urls).filter((url) => /^turns?:/.test(url))
    this.#silent = new Set()
    this.#hasRelay = false
  }

  /** Each way to learn something answers whether the fault is news. */
  error(code: number, url: string): boolean {
    if (code === unauthorised && !this.#hasRelay) return this.#note('relay_refused')
    if (code === unreachable) this.#silent.add(url)
    return false
  }

  found(candidate: string): boolean {
    if (!/ typ relay\b/.test(candidate)) return false
    this.#hasRelay = true
    return this.#note(null)
  }

  /** One address of a device may see what another does not: only the end of the search tells. */
  finished(): boolean {
    if (this.#hasRelay || this.#relays.length === 0 || this.fault === 'relay_refused') return false
    const isAll = this.#relays.every((relay) => [...this.#silent].some((url) => isSame(url, relay)))
    return isAll ? this.#note('relay_unreachable') : false
  }

  #note(fault: RelayFault | null): boolean {
    const isNews = fault !== this.fault
    this.fault = fault
    return isNews
  }
}

/** Browsers write the port and the transport out. */
function isSame(url: string, configured: string): boolean {
  const host = (text: string) => /^turns?:(\[[^\]]*\]|[^:?]*)/.exec(text)?.[1]
  return url === configured || host(url) === host(configured)
}
