/**
 * What the two ends of a connection tell each other. `generation` counts the connections that a pair of pages has made:
 * the higher one holds, and whoever hears of it makes theirs anew. So both may want it at once.
 */
export type Signal =
  /** The first word, and the wish for another connection if its generation is new. */
  | { readonly kind: 'hello'; readonly generation: number }
  | {
      readonly kind: 'offer'
      readonly generation: number
      /** Begins anywhere, so that no answer is taken for that to an offer of another connection. */
      readonly number: number
      readonly sdp: string
    }
  | {
      readonly kind: 'answer'
      readonly generation: number
      /** Of the offer. */
      readonly number: number
      readonly sdp: string
    }
  | { readonly kind: 'candidate'; readonly generation: number; readonly candidate: Candidate }
  /** Nothing is heard of an open microphone: put your tracks in anew. */
  | { readonly kind: 'unheard'; readonly generation: number }

export interface Candidate {
  readonly candidate: string
  readonly sdpMid: string | null
  readonly sdpMLineIndex: number | null
  readonly usernameFragment: string | null
}

const longestCandidate = 1000

/** The signal, or null for anything else: what comes from the other side is not to be trusted. */
export function readSignal(found: unknown): Signal | null {
  if (!isRecord(found) || !isCount(found['generation'])) return null
  const { kind, generation, number, sdp } = found
  if (kind === 'hello' || kind === 'unheard') return { kind, generation }
  if (kind === 'offer' || kind === 'answer') {
    return isCount(number) && typeof sdp === 'string' ? { kind, generation, number, sdp } : null
  }
  if (kind !== 'candidate') return null
  const candidate = readCandidate(found['candidate'])
  return candidate && { kind, generation, candidate }
}

function readCandidate(found: unknown): Candidate | null {
  if (!isRecord(found)) return null
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found
  if (typeof candidate !== 'string' || candidate.length > longestCandidate) return null
  return {
    candidate,
    sdpMid: shortText(sdpMid),
    sdpMLineIndex: isCount(sdpMLineIndex) && sdpMLineIndex < 10 ? sdpMLineIndex : null,
    usernameFragment: shortText(usernameFragment) ?? fragmentIn(candidate),
  }
}

/** Of the description or the candidate: names one round of looking for a path. */
export function fragmentsIn(sdp: string): ReadonlySet<string> {
  return new Set([...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, name = '']) => name))
}

function fragmentIn(candidate: string): string | null {
  return / ufrag (\S{1,256})/.exec(candidate)?.[1] ?? null
}

function shortText(found: unknown): string | null {
  return typeof found === 'string' && found.length <= 256 ? found : null
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null
}

function isCount(found: unknown): found is number {
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0
}
