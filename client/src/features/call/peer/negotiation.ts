import { type Candidate, type Signal, fragmentsIn } from './signals.ts'
import type { Link } from './peer-link.ts'

export interface Negotiation {
  readonly receive: (signal: Signal) => void
  /** Looks for another path. The wish stands until both sides have agreed on a new one. */
  readonly restart: () => void
  readonly close: () => void
}

export interface NegotiationParts {
  readonly link: Link
  readonly generation: number
  /** The customer's side gives way where both offer at once, and never makes the first offer. */
  readonly isPolite: boolean
  readonly random: () => number
  readonly send: (signal: Signal) => void
  /** Before the first answer of the polite side: its tracks go into what was offered. */
  readonly offered: () => Promise<void>
  /** Both sides agree. */
  readonly agreed: () => void
  /** The other side has begun a new search for a path. */
  readonly restarted: () => void
  /** What the browser refused. A new connection helps. */
  readonly failed: (error: unknown) => void
  /** Changes what the other side says of itself. */
  readonly amend?: (sdp: string) => string
}

const mostHeld = 200

/**
 * Perfect negotiation, with everything in one row: no signal is read while another is at work, so each step finds the
 * state that the one before has left.
 */
export function createNegotiation(parts: NegotiationParts): Negotiation {
  const { link, generation, isPolite, send } = parts
  let row = Promise.resolve()
  let isClosed = false
  let offers = Math.floor(parts.random() * 1e9)
  let openOffer: { number: number; wish: number } | null = null
  let wantsOffer = false
  /** Of another path: how often it was wished for, and which of these wishes were granted. */
  let wishes = 0
  let granted = 0
  let remote: ReadonlySet<string> = new Set()
  let held: Candidate[] = []

  function inRow(step: () => Promise<void>): void {
    row = row.then(async () => {
      if (isClosed) return
      try {
        await step()
      } catch (error) {
        if (!isClosed) parts.failed(error)
      }
    })
  }

  async function offer(): Promise<void> {
    // A polite side has nothing to offer before it knows what the other one has laid out.
    if (isPolite && remote.size === 0) return
    if (link.signalingState !== 'stable' || (!wantsOffer && wishes === granted)) return
    const wish = wishes
    wantsOffer = false
    if (wish > granted) link.restartIce()
    await link.setLocalDescription()
    const sdp = link.localDescription?.sdp
    if (isClosed || sdp === undefined) return
    openOffer = { number: ++offers, wish }
    send({ kind: 'offer', generation, number: openOffer.number, sdp })
  }

  async function takeOffer(number: number, sdp: string): Promise<void> {
    const isCollision = link.signalingState !== 'stable'
    if (isCollision && !isPolite) return
    // The browser takes its own offer back by itself. A wish for another path stands until it is granted.
    openOffer = null
    const isFirst = remote.size === 0
    const before = remote
    const wish = wishes
    // What the polite side laid out by itself goes into this answer.
    if (isPolite && isFirst) wantsOffer = false
    await describe('offer', sdp)
    if (isPolite && isFirst) await parts.offered()
    await link.setLocalDescription()
    const own = link.localDescription?.sdp
    if (isClosed || own === undefined) return
    send({ kind: 'answer', generation, number, sdp: own })
    // Who answers such an offer gets new names too: the own wish is granted with it.
    if (!isFirst && ![...remote].some((name) => before.has(name))) {
      granted = wish
      parts.restarted()
    }
    parts.agreed()
    await offer()
  }

  async function takeAnswer(number: number, sdp: string): Promise<void> {
    if (openOffer?.number !== number || link.signalingState !== 'have-local-offer') return
    const { wish } = openOffer
    openOffer = null
    await describe('answer', sdp)
    if (isClosed) return
    granted = wish
    parts.agreed()
    await offer()
  }

  async function describe(type: 'offer' | 'answer', sdp: string): Promise<void> {
    await link.setRemoteDescription({ type, sdp: parts.amend?.(sdp) ?? sdp })
    remote = fragmentsIn(sdp)
    const [due, rest] = [held.filter(isDue), held.filter((candidate) => !isDue(candidate))]
    held = rest
    for (const candidate of due) await add(candidate)
  }

  const isDue = ({ usernameFragment }: Candidate) =>
    remote.size > 0 && (usernameFragment === null || remote.has(usernameFragment))

  async function takeCandidate(candidate: Candidate): Promise<void> {
    if (isDue(candidate)) await add(candidate)
    else held = [...held, candidate].slice(-mostHeld)
  }

  async function add(candidate: Candidate): Promise<void> {
    const { usernameFragment, ...rest } = candidate
    const named = usernameFragment === null ? rest : { ...rest, usernameFragment }
    // One of a round that is over, or one that this browser cannot use: others come.
    await link.addIceCandidate(named).catch(() => undefined)
  }

  function receive(signal: Signal): void {
    if (signal.generation !== generation) return
    if (signal.kind === 'offer') inRow(() => takeOffer(signal.number, signal.sdp))
    if (signal.kind === 'answer') inRow(() => takeAnswer(signal.number, signal.sdp))
    if (signal.kind === 'candidate') inRow(() => takeCandidate(signal.candidate))
  }

  link.addEventListener('negotiationneeded', () => {
    wantsOffer = true
    inRow(offer)
  })
  link.addEventListener('icecandidate', ({ candidate }) => {
    if (isClosed || !candidate?.candidate) return
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate
    const found = { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment }
    send({ kind: 'candidate', generation, candidate: found })
  })

  return {
    receive,
    restart() {
      wishes += 1
      inRow(offer)
    },
    close() {
      isClosed = true
      held = []
    },
  }
}
