/** The channel for texts of one connection. */
export class FakeChannel extends EventTarget {
  readyState = 'connecting'
  readonly waiting: string[] = []
  readonly #link: { readonly isClosed: boolean }
  constructor(link: { readonly isClosed: boolean }) {
    super()
    this.#link = link
  }
  send(text: string): void {
    if (this.readyState !== 'open' || this.#link.isClosed) throw new Error('not open')
    this.waiting.push(text)
  }
  /** Reliable: what finds no way waits for one. */
  pass(other: FakeChannel | null): void {
    if (!other) return
    if (this.readyState === 'connecting') {
      this.readyState = 'open'
      this.dispatchEvent(new Event('open'))
    }
    if (other.readyState !== 'open') return
    for (const data of this.waiting.splice(0)) {
      other.dispatchEvent(Object.assign(new Event('message'), { data }))
    }
  }
}
