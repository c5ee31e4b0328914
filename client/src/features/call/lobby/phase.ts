import type { Call } from '@expertconnect/contract/calls/shapes'

export type LobbyPhase = Call['state']

/** What the server said, moved on by its clock: the room opens and closes without a reload. */
export function phaseOf(call: Call, now: number): LobbyPhase {
  if (call.state === 'cancelled') return 'cancelled'
  if (now >= Date.parse(call.closesAt)) return 'over'
  return now >= Date.parse(call.opensAt) ? 'open' : 'early'
}

/** When time alone changes it again. */
export function nextTurn(call: Call, now: number): number {
  const next = [call.opensAt, call.closesAt].map(Date.parse).find((at) => at > now)
  return call.state === 'cancelled' ? Infinity : (next ?? Infinity)
}

/** `12 min`, `3 h 05 min`, `2 days`; the last minutes by the second, `0:42`. */
export function untilWords(seconds: number): string {
  if (seconds < 300) return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.trunc(minutes / 60)
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`
  return `${Math.round(hours / 24)} days`
}
