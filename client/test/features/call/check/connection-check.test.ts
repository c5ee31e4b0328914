import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkConnection } from '../../../../src/features/call/check/connection-check.ts'
import {
  type CheckResult,
  lastCheck,
  rememberCheck,
  wordsOf,
} from '../../../../src/features/call/check/last-check.ts'
import { fakeConnections, type Network } from './fake-connections.ts'

const stun = { urls: ['stun:stun.example:3478'] }
const turn = { urls: ['turn:turn.example:3478'], username: 'u', credential: 'c' }
const [host, reflexive, relay] = [{ type: 'host' }, { type: 'srflx' }, { type: 'relay' }]
const refused = { errorCode: 401, url: 'turn:turn.example:3478' }
const silent = { errorCode: 701, url: 'turn:turn.example:3478' }

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

async function check(servers: readonly (typeof stun | typeof turn)[], network: Network) {
  const { open, made } = fakeConnections(network)
  const checking = checkConnection(servers, open)
  await vi.advanceTimersByTimeAsync(60_000)
  const result = await checking
  expect(made.filter(({ isClosed }) => !isClosed)).toEqual([])
  return result
}

type Case = [
  string,
  Parameters<typeof check>[0],
  Network,
  CheckResult['path'],
  CheckResult['relay'],
]

test.each<Case>([
  [
    'all is open',
    [stun, turn],
    { kinds: [host, reflexive, relay], relay: 'works' },
    'direct',
    'works',
  ],
  ['no server is set up: what is in this network', [], { kinds: [host] }, 'direct', 'absent'],
  [
    'only the relay gets out',
    [stun, turn],
    { kinds: [host, relay], relay: 'works' },
    'relay',
    'works',
  ],
  ['nothing gets out', [stun, turn], { kinds: [host], errors: [silent] }, 'none', 'unreachable'],
  [
    'the relay does not want us',
    [stun, turn],
    { kinds: [host], errors: [refused] },
    'none',
    'refused',
  ],
  [
    'it does not, and is not needed',
    [stun, turn],
    { kinds: [host, reflexive], errors: [refused] },
    'direct',
    'refused',
  ],
  [
    'it lets nobody through',
    [stun, turn],
    { kinds: [host, relay], relay: 'silent' },
    'none',
    'unreachable',
  ],
  [
    'an address of the internet',
    [stun],
    { kinds: [{ type: 'host', address: '203.0.113.7' }] },
    'direct',
    'absent',
  ],
  [
    'a hidden address of a network',
    [stun],
    { kinds: [{ type: 'host', address: 'x.local' }] },
    'none',
    'absent',
  ],
  [
    'the browser forbids connections',
    [stun],
    { kinds: [host, reflexive], comesThrough: false },
    'none',
    'absent',
  ],
])('%s', async (_, servers, network, path, state) => {
  const result = await check(servers, network)
  expect([result.path, result.relay]).toEqual([path, state])
  expect(result.roundTripMs === undefined).toBe(path === 'none')
})

test('a browser that has no connections at all finds no path', async () => {
  const open = () => {
    throw new Error('not here')
  }
  const checking = checkConnection([stun, turn], open)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await checking).toEqual({ path: 'none', relay: 'unreachable' })
})

test('the result is kept on this device for each booking, twenty of them', () => {
  for (let at = 1; at <= 25; at += 1)
    rememberCheck(`booking-${at}`, { path: 'direct', relay: 'works', at })
  expect(lastCheck('booking-25')).toEqual({ path: 'direct', relay: 'works', at: 25 })
  expect([lastCheck('booking-6')?.at, lastCheck('booking-5')]).toEqual([6, null])
  rememberCheck('booking-6', { path: 'none', relay: 'absent', at: 30 })
  expect([lastCheck('booking-6')?.path, lastCheck('booking-7')?.at]).toEqual(['none', 7])
})

test.each(['{"a":{"path":"sideways","relay":"works","at":1}}', '{"a":null}', '[', '"x"'])(
  'what somebody else wrote there is passed over: %s',
  (found) => {
    localStorage.setItem('ec.call.checks', found)
    expect(lastCheck('a')).toBeNull()
  },
)

test.each<[CheckResult, string]>([
  [{ path: 'direct', relay: 'works', roundTripMs: 3 }, 'Ready for the session'],
  [{ path: 'direct', relay: 'refused', roundTripMs: 3 }, 'Probably ready'],
  [{ path: 'relay', relay: 'works', roundTripMs: 40 }, 'Ready, by way of our relay'],
  [{ path: 'relay', relay: 'works', roundTripMs: 640 }, 'Ready, on a slow connection'],
  [{ path: 'none', relay: 'absent' }, 'No path was found'],
])('%j is told as “%s”', (result, title) => {
  expect(wordsOf(result).title).toBe(title)
})
