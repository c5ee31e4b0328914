import { otherRole } from '@expertconnect/contract/calls/other-role'
import { type CallRole, callRoles } from '@expertconnect/contract/calls/shapes'
import { problems } from '@expertconnect/contract/problems'
import { randomId } from '../../../lib/browser/random-id.ts'
import { type Clock, realClock } from '../../../lib/time/clock.ts'
import { call as request } from '../../../server/api/client.ts'
import { ApiProblem } from '../../../server/api/problem.ts'
import { createOthers } from './others.ts'
import type { Room, RoomListener } from './room.ts'

/** What the tabs of one browser have in common. A test brings its own. */
export interface Tabs {
  readonly clock: Clock
  readonly openChannel: (listener: (message: unknown) => void) => TabChannel
  /** For as long as this tab lives, or until the answer is called. Null: another tab has it. */
  readonly claim: (name: string) => Promise<(() => void) | null>
  readonly isClaimed: (name: string) => Promise<boolean>
}
interface TabChannel {
  readonly post: (message: Message) => void
  readonly close: () => void
}

type Message =
  | { readonly kind: 'here' | 'bye'; readonly role: CallRole; readonly seat: string }
  | { readonly kind: 'signal'; readonly from: string; readonly to: string; readonly body: string }

const beat = 1000
/** Tabs that nobody looks at are slow: who is silent may still be there. */
const silence = 4000

/**
 * The room of somebody who meets themselves in two tabs: the first is the expert's side, the second the customer's.
 * Null: both are taken.
 */
export async function openPracticeRoom(tabs: Tabs = tabsOfBrowser()): Promise<Room | null> {
  for (const role of ['expert', 'customer'] as const) {
    const release = await tabs.claim(nameOf(role))
    if (release) return roomOf(role, release, tabs)
  }
  return null
}

function roomOf(role: CallRole, claimed: () => void, { clock, claim, ...tabs }: Tabs): Room {
  const seat = randomId()
  const other = otherRole(role)
  let release: (() => void) | null = claimed
  let stop: (() => void) | null = null

  async function enter(listener: RoomListener): Promise<void> {
    stop?.()
    release ??= await claim(nameOf(role))
    if (!release) {
      throw new ApiProblem({
        type: 'about:blank',
        ...problems.already_there,
        code: 'already_there',
      })
    }
    let heardAt = 0
    let there: string | undefined
    let stopBeat = () => {}
    const others = createOthers(
      (to, body) => channel.post({ kind: 'signal', from: seat, to, body }),
      (side, absence) => listener.other(side, absence),
    )
    const channel = tabs.openChannel((found) => {
      const message = readMessage(found)
      if (message?.kind === 'signal') {
        if (message.to === seat) others.heard(message.from, message.body)
        return
      }
      if (message?.role !== other) return
      if (message.kind === 'bye') {
        if (message.seat === there) lose('left')
        return
      }
      heardAt = clock.now()
      if (message.seat === there) return
      there = message.seat
      channel.post({ kind: 'here', role, seat })
      others.seen(there)
    })

    function lose(why: 'left' | 'lost'): void {
      there = undefined
      others.seen(undefined, why)
    }

    async function look(): Promise<void> {
      channel.post({ kind: 'here', role, seat })
      const silent = there
      if (silent === undefined || clock.now() - heardAt < silence) return
      const isAlive = await tabs.isClaimed(nameOf(other))
      if (!isAlive && there === silent && stop !== null) lose('lost')
    }

    function tick(): void {
      stopBeat = clock.after(beat, tick)
      look().catch(() => undefined)
    }

    stop = () => {
      stop = null
      stopBeat()
      channel.post({ kind: 'bye', role, seat })
      channel.close()
    }
    listener.reachable(true)
    tick()
  }

  return {
    role,
    seat,
    iceServers: async () => (await request('getPractice', {})).iceServers,
    enter,
    leave() {
      stop?.()
      release?.()
      release = null
    },
    check: () => {},
    // Nobody hosts it.
    report: () => {},
  }
}

const nameOf = (role: CallRole) => `ec.practice.${role}`

function readMessage(found: unknown): Message | null {
  if (typeof found !== 'object' || found === null) return null
  const { kind, role, seat, from, to, body } = found as Readonly<Record<string, unknown>>
  if (kind === 'signal') {
    return typeof from === 'string' && typeof to === 'string' && typeof body === 'string'
      ? { kind, from, to, body }
      : null
  }
  const known = callRoles.find((name) => name === role)
  return (kind === 'here' || kind === 'bye') && known && typeof seat === 'string'
    ? { kind, role: known, seat }
    : null
}

function tabsOfBrowser(): Tabs {
  return {
    clock: realClock,
    openChannel(listener) {
      const channel = new BroadcastChannel('ec.practice')
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data))
      return { post: (message) => channel.postMessage(message), close: () => channel.close() }
    },
    // The browser gives a lock back when its tab is gone, however that came about.
    claim: (name) =>
      new Promise((resolve, reject) => {
        navigator.locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(null)
              return undefined
            }
            return new Promise<void>((release) => resolve(release))
          })
          .catch(reject)
      }),
    async isClaimed(name) {
      const { held = [] } = await navigator.locks.query()
      return held.some((lock) => lock.name === name)
    },
  }
}
