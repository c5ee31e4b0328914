import { remembered } from '../../../lib/browser/remembered.ts'

// The booking's page shows it as well: nothing heavy may be imported here.

/** `relay`: only by way of a relay. `none`: neither that nor directly. */
const connectionPaths = ['direct', 'relay', 'none'] as const
/** `absent`: the server offers none. */
const relayStates = ['works', 'refused', 'unreachable', 'absent'] as const

export interface CheckResult {
  readonly path: (typeof connectionPaths)[number]
  readonly relay: (typeof relayStates)[number]
  /** No server outside was there to ask: only paths within this network were tried. */
  readonly isLocal?: boolean
  /** To oneself, over the path that was found. */
  readonly roundTripMs?: number
}

export interface LastCheck extends CheckResult {
  /** Epoch milliseconds. */
  readonly at: number
}

/** The results of this device, by what they were for. */
const checks = remembered<Readonly<Record<string, LastCheck>>>({
  on: 'device',
  key: 'ec.call.checks',
  shape(found) {
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, LastCheck] => isCheck(entry[1])),
    )
  },
})

const mostKept = 20

/** `of`: the id of a booking, or another name. */
export function lastCheck(of: string): LastCheck | null {
  return checks.read()[of] ?? null
}

/** For a page that shows it: it changes when the test is made again, also in another tab. */
export const subscribeToChecks = checks.subscribe

export function rememberCheck(of: string, check: LastCheck): void {
  const others = Object.entries(checks.read()).filter(([key]) => key !== of)
  const kept = others.toSorted(([, one], [, other]) => other.at - one.at).slice(0, mostKept - 1)
  checks.write(Object.fromEntries([[of, check], ...kept]))
}

interface Words {
  readonly tone: 'live' | 'held' | 'danger'
  readonly title: string
  readonly detail: string
}

const slow = 300

/** What a result means for the session. */
export function wordsOf({ path, relay, isLocal = false, roundTripMs }: CheckResult): Words {
  if (path === 'none') return noPath(relay)
  if (roundTripMs !== undefined && roundTripMs > slow) {
    return {
      tone: 'held',
      title: 'Ready, on a slow connection',
      detail: 'You can connect, with some delay. Move closer to the router, or use a cable.',
    }
  }
  if (path === 'relay') {
    return {
      tone: 'live',
      title: 'Ready, by way of our relay',
      detail: 'This network blocks direct connections. Our relay works, with a little delay.',
    }
  }
  if (relay === 'refused' || relay === 'unreachable') {
    return {
      tone: 'held',
      title: 'Probably ready',
      detail:
        relay === 'refused'
          ? 'A direct path is open. Our relay, for networks that need one, refused us; we have been told.'
          : 'A direct path is open. Our relay, for networks that need one, did not answer from here.',
    }
  }
  return {
    tone: 'live',
    title: 'Ready for the session',
    detail: isLocal
      ? 'A direct path is open, within this network.'
      : 'A direct path to the internet is open.',
  }
}

function noPath(relay: CheckResult['relay']): Words {
  const details = {
    refused:
      'This network lets nothing through directly, and our relay refused us; we have been told. Another network, such as your phone’s, may work.',
    unreachable:
      'This network lets neither a direct connection nor our relay through. Another network, such as your phone’s, may work.',
    works: 'The relay answered, but nothing came through it. Try again in a moment.',
    absent:
      'This network blocks connections of this kind. Another network, such as your phone’s, may work.',
  }
  return { tone: 'danger', title: 'No path was found', detail: details[relay] }
}

function isCheck(found: unknown): found is LastCheck {
  if (typeof found !== 'object' || found === null) return false
  const { path, relay, at } = found as Readonly<Record<string, unknown>>
  return (
    connectionPaths.some((known) => known === path) &&
    relayStates.some((known) => known === relay) &&
    typeof at === 'number'
  )
}
