import { FakeLink } from './fake-link.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** The network between the connections of a test: finds who belongs together, carries, breaks. */
export class FakeNet {
  readonly clock: VirtualClock
  readonly open = new Set<FakeLink>()
  made = 0
  isUp = true
  /** Another address: what was gathered before leads nowhere. */
  path = 0

  constructor(clock: VirtualClock) {
    this.clock = clock
  }

  readonly openLink = (): FakeLink => {
    const link = new FakeLink(this, `link${++this.made}`)
    this.open.add(link)
    return link
  }

  /** Looks at every connection, as their agents do all the time. */
  step(): void {
    for (const link of this.open) {
      const peer = [...this.open].find((other) => other !== link && this.#canMeet(link, other))
      if (peer && this.isUp) link.meet(peer)
      else link.miss()
    }
    for (const link of this.open) link.pass()
  }

  async run(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 100) {
      await this.clock.advance(Math.min(100, left))
      this.step()
    }
  }

  /** Both have agreed, each knows a way to the other as it is now, or they still hold the one of before. */
  #canMeet(one: FakeLink, other: FakeLink): boolean {
    return (one.leadsTo(other) && other.leadsTo(one)) || (one.holds(other) && other.holds(one))
  }
}
