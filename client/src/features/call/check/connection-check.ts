import type { IceServer } from '@expertconnect/contract/calls/shapes'
import type { OpenConnection } from './checked-connection.ts'
import type { CheckResult } from './last-check.ts'
import { findPaths } from './find-paths.ts'
import { loop } from './loop.ts'

/**
 * Whether the session will find a path from here: which kinds the servers show, and whether something really comes
 * through, from this page to itself. Never rejects; leaves no connection behind.
 */
export async function checkConnection(
  iceServers: readonly IceServer[],
  open: OpenConnection,
): Promise<CheckResult> {
  const hasRelay = asks(iceServers, 'turn')
  const isLocal = !hasRelay && !asks(iceServers, 'stun')
  const configuration = { iceServers: [...iceServers] as RTCIceServer[] }
  const found = await findPaths(configuration, open)
  const relayed = hasRelay && found.relay ? await loop(relayOnly(configuration), open) : null
  const relay = !hasRelay
    ? 'absent'
    : relayed !== null
      ? 'works'
      : found.isRefused
        ? 'refused'
        : 'unreachable'
  if (isLocal ? found.host : found.reflexive) {
    const direct = relayed ?? (await loop(configuration, open))
    // Where not even a loop works, the browser forbids connections altogether.
    if (direct !== null) return result('direct', direct)
  }
  return relayed === null ? result('none', null) : result('relay', relayed)

  function result(path: CheckResult['path'], roundTripMs: number | null): CheckResult {
    return {
      path,
      relay,
      ...(isLocal && { isLocal }),
      ...(roundTripMs !== null && { roundTripMs: Math.round(roundTripMs) }),
    }
  }
}

function relayOnly(configuration: RTCConfiguration): RTCConfiguration {
  return { ...configuration, iceTransportPolicy: 'relay' }
}

function asks(iceServers: readonly IceServer[], scheme: 'stun' | 'turn'): boolean {
  return iceServers.some(({ urls }) => urls.some((url) => url.startsWith(scheme)))
}
