import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { createBudget, createBudgets, type Pace } from '../base/budgets.ts'
import { clientAddress, networkKey } from '../base/network.ts'

/** A page has one line, and an office of a hundred has a hundred open boards. */
const linesPerNetwork = 400
/** When a server restarts, all of them come back at once: they are let in one after the other. */
const openingPace: Pace = { perSecond: 40, burst: 60 }
const openingPatienceMs = 10_000
/** Of all lines of a network together. */
const commandPace: Pace = { perSecond: 40, burst: 1200 }
/** The same for commands with a pace of their own, which the calls of a network need. */
const pacedPace: Pace = { perSecond: 200, burst: 2000 }
/** All that comes over a line, signs of life as well: more than its commands may come to, by some that were refused. */
const packetPace: Pace = { perSecond: 60, burst: 500 }
const packetsOfNetwork: Pace = { perSecond: 300, burst: 4000 }

/** So long a refusal is kept back: whoever tries again at once tries once a second then. */
const holdMs = 1000
const heldPerNetwork = 50

/** A connection as Engine.IO has it, under the sockets that come over it. */
interface Line {
  readonly request: IncomingMessage
  on(event: 'packet', listener: () => void): unknown
  once(event: 'close', listener: () => void): unknown
}

export type Lines = ReturnType<typeof createLines>

/**
 * How many lines a network may have, how often it may open them, and how much it may ask over all of them. Without
 * `limited`, only a line that floods is let go.
 */
export function createLines(options: {
  readonly limited: boolean
  readonly trustProxy: number
  readonly clock: () => number
}) {
  const { limited, trustProxy, clock } = options
  const opening = createBudgets(openingPace, clock)
  const commands = createBudgets(commandPace, clock)
  const paced = createBudgets(pacedPace, clock)
  const packets = createBudgets(packetsOfNetwork, clock)
  const open = new Map<string, number>()
  const held = new Map<string, number>()

  const networkOf = (request: IncomingMessage): string =>
    networkKey(clientAddress(request, trustProxy))

  function change(counts: Map<string, number>, network: string, by: number): void {
    const count = (counts.get(network) ?? 0) + by
    if (count > 0) counts.set(network, count)
    else counts.delete(network)
  }

  /** After how many milliseconds there is room for one more line; `null`: there is none. */
  function roomIn(network: string): number | null {
    if ((open.get(network) ?? 0) >= linesPerNetwork) return null
    return opening.queue(network, openingPatienceMs)
  }

  return {
    addressOf: (request: IncomingMessage) => clientAddress(request, trustProxy),
    networkOf,

    /** Whether one more line may be opened. A refusal comes late, unless too many wait for theirs. */
    async admit(request: IncomingMessage): Promise<boolean> {
      if (!limited) return true
      const network = networkOf(request)
      const wait = roomIn(network)
      if (wait !== null) {
        if (wait === 0) return true
        // It has its place from now on.
        change(open, network, 1)
        await delay(wait)
        change(open, network, -1)
        return true
      }
      if ((held.get(network) ?? 0) >= heldPerNetwork) return false
      change(held, network, 1)
      await delay(holdMs)
      change(held, network, -1)
      return false
    },

    /** From the opening of a line to its end. */
    follow(line: Line): void {
      const network = networkOf(line.request)
      change(open, network, 1)
      line.once('close', () => change(open, network, -1))
      const spend = createBudget(packetPace)
      line.on('packet', () => {
        // Not closed by the book: until the other side agrees to that, all that it goes on sending would be read.
        if (!spend() || (limited && !packets.spend(network))) line.request.socket.destroy()
      })
    },

    spendCommand(network: string, cost: number): boolean {
      return !limited || commands.spend(network, cost)
    },
    spendPaced(network: string): boolean {
      return !limited || paced.spend(network)
    },
  }
}
