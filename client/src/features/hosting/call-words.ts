import type { CallHealth } from '@expertconnect/contract/calls/shapes'

type Relay = CallHealth['relay']

/** What an administrator should know of the calls here; null where all is well. */
export function titleOf({ relay, reports }: CallHealth): string | null {
  if (relay.status === 'refused') return 'The relay for calls refuses this server'
  if (relay.status === 'unreachable') return 'The relay for calls does not answer'
  return sum(reports.lastDay) > 0 ? 'Some calls could not connect' : null
}

/** What to look at. */
export function adviceOf({ status }: Relay): string {
  switch (status) {
    case 'refused':
      return 'Some people cannot meet until it does. Check that TURN_SECRET is its static-auth-secret, that both clocks agree and that no quota is full.'
    case 'unreachable':
      return 'Some people cannot meet until it does. Is it running, and are its ports open?'
    case 'none':
      return 'A TURN server would give them one: TURN_URLS and TURN_SECRET say where it is.'
    case 'working':
    case 'unchecked':
      return 'The relay itself works when this server asks it: their networks may let nothing through but turns: on port 443.'
  }
}

/** The addresses that do not work, each with why. */
export function faultsOf({ addresses }: Relay): string[] {
  return addresses
    .filter(({ status }) => status === 'refused' || status === 'unreachable')
    .map(
      ({ url, status, detail }) => `${url}: ${status}${detail === undefined ? '' : `, ${detail}`}`,
    )
}

/** What browsers reported, in a sentence; empty where they did not. */
export function reportsOf({ lastDay, thisHour }: CallHealth['reports']): string {
  const all = sum(lastDay)
  if (all === 0) return ''
  const recent = sum(thisHour)
  const browsers = all === 1 ? 'One browser' : `${all} browsers`
  const since = recent === 0 ? '' : `, ${recent === all ? 'all' : recent} of them in this hour`
  return `${browsers} reported a call without a path in the last 24 hours${all === 1 ? '' : since}.`
}

function sum(counts: CallHealth['reports']['lastDay']): number {
  return Object.values(counts).reduce((all, each) => all + each, 0)
}
