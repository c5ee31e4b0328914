// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Tabs,
  openPracticeRoom,
} from '../../../../src/features/call/signalling/practice-room.ts'
import type { OtherSide, Room } from '../../../../src/features/call/signalling/room.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

/** The tabs of a browser that is not there. */
class Browser {
  readonly clock = new VirtualClock()
  readonly claims = new Map<string, Tab>()
  readonly tabs: Tab[] = []
  post(from: Tab, message: unknown): void {
    for (const tab of this.tabs) {
      if (tab === from || !tab.listener) continue
      this.clock.after(1, () => !tab.isDead && tab.listener?.(structuredClone(message)))
    }
  }
}

class Tab {
  listener: ((message: unknown) => void) | null = null
  isDead = false
  room: Room | null = null
  heard: string[] = []
  other: OtherSide | null = null
  readonly #browser: Browser
  constructor(browser: Browser) {
    this.#browser = browser
    browser.tabs.push(this)
  }

  async open(): Promise<Tab> {
    this.room = await openPracticeRoom(this.#parts())
    await this.room?.enter({
      other: (side, absence) => {
        this.other = side
        this.heard.push(side ? `met ${side.seat === undefined}` : `gone ${absence}`)
        side?.wire.onBody((body) => this.heard.push(`heard ${body}`))
      },
      ended: (reason) => this.heard.push(reason),
      reachable: () => {},
    })
    return this
  }

  die(): void {
    this.isDead = true
    for (const [name, tab] of this.#browser.claims) {
      if (tab === this) this.#browser.claims.delete(name)
    }
  }

  #parts(): Tabs {
    const { clock, claims } = this.#browser
    return {
      clock: {
        now: clock.now,
        random: clock.random,
        after: (ms, run) => clock.after(ms, () => !this.isDead && run()),
      },
      openChannel: (listener) => {
        this.listener = listener
        return {
          post: (message) => !this.isDead && this.#browser.post(this, message),
          close: () => (this.listener = null),
        }
      },
      claim: (name) => {
        if (claims.has(name)) return Promise.resolve(null)
        claims.set(name, this)
        return Promise.resolve(() => claims.delete(name))
      },
      isClaimed: (name) => Promise.resolve(claims.has(name)),
    }
  }
}

let browser: Browser
let first: Tab
let second: Tab

beforeEach(async () => {
  browser = new Browser()
  first = await new Tab(browser).open()
  second = await new Tab(browser).open()
  await browser.clock.advance(100)
})

describe('the practice room', () => {
  it('gives the first tab the side of the expert, the second that of the customer, a third none', async () => {
    expect([first.room?.role, second.room?.role]).toEqual(['expert', 'customer'])
    expect([first.heard, second.heard]).toEqual([['met false'], ['met false']])
    expect((await new Tab(browser).open()).room).toBeNull()
  })

  it('carries what they say to each other, and to nobody else', async () => {
    first.other?.wire.send('hello')
    second.other?.wire.send('hi')
    await browser.clock.advance(10)
    expect(first.heard).toContain('heard hi')
    expect(second.heard).toContain('heard hello')
    await browser.clock.advance(60_000)
    expect([first.heard.length, second.heard.length]).toEqual([2, 2])
  })

  it('tells when a tab leaves, and takes the next one in its place', async () => {
    second.room?.leave()
    await browser.clock.advance(10)
    expect(first.heard.at(-1)).toBe('gone left')
    const next = await new Tab(browser).open()
    await browser.clock.advance(10)
    expect([next.room?.role, first.heard.at(-1)]).toEqual(['customer', 'met false'])
    expect(first.other?.seat).toBe(next.room?.seat)
  })

  it('notices a tab that died', async () => {
    second.die()
    await browser.clock.advance(6000)
    expect(first.heard.at(-1)).toBe('gone lost')
    const next = await new Tab(browser).open()
    await browser.clock.advance(10)
    expect(first.other?.seat).toBe(next.room?.seat)
  })

  it('meets at once who comes in the place of one that died', async () => {
    second.die()
    const next = await new Tab(browser).open()
    await browser.clock.advance(10)
    expect(first.other?.seat).toBe(next.room?.seat)
    expect(first.heard).not.toContain('gone lost')
  })

  it('does not give up a tab that is only slow', async () => {
    second.isDead = true
    await browser.clock.advance(30_000)
    expect(first.heard).toEqual(['met false'])
  })

  it('passes over what is no message', async () => {
    for (const message of [
      null,
      7,
      {},
      { kind: 'here' },
      { kind: 'signal', to: first.room?.seat },
    ]) {
      browser.post(second, message)
    }
    await browser.clock.advance(10)
    expect(first.heard).toEqual(['met false'])
  })

  it('can be entered again, and leaves nothing behind', async () => {
    second.room?.leave()
    await second.open()
    first.room?.leave()
    second.room?.leave()
    await browser.clock.advance(10)
    expect([browser.clock.pending, browser.claims.size]).toEqual([0, 0])
  })
})
