import { longestSignal } from '@expertconnect/contract/calls/routes'

/**
 * What goes over the wire. `from` and `to` are the sessions of the two ends, counted by each page: `to` is null until
 * the other has been heard. `got`: everything below this number has arrived.
 */
export interface Envelope {
  readonly from: number
  readonly to: number | null
  readonly got: number
  readonly messages: readonly (readonly [number: number, message: unknown])[]
}

const mostMessages = 64

export function writeEnvelope(envelope: Envelope): string {
  const { from, to, got, messages } = envelope
  return JSON.stringify({ v: 1, from, to, got, messages })
}

/** The envelope, or null for anything else: what comes from the other side is not to be trusted. */
export function readEnvelope(body: unknown): Envelope | null {
  if (typeof body !== 'string' || body.length > longestSignal) return null
  let found: unknown
  try {
    found = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null) return null
  const { v, from, to, got, messages } = found as Readonly<Record<string, unknown>>
  if (v !== 1 || !isCount(from) || (to !== null && !isCount(to)) || !isCount(got)) return null
  if (!Array.isArray(messages) || messages.length > mostMessages) return null
  if (!messages.every(isMessage)) return null
  return { from, to, got, messages }
}

function isMessage(found: unknown): found is [number, unknown] {
  return Array.isArray(found) && found.length === 2 && isCount(found[0])
}

function isCount(found: unknown): found is number {
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0
}
