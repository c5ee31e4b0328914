import { longestSignal } from '@expertconnect/contract/calls/routes'
import { type Envelope, readEnvelope, writeEnvelope } from './envelope.ts'
import type { Clock } from '../../../lib/time/clock.ts'

/** Messages that arrive, each once and in order, over a wire that loses, doubles, delays and reorders. */
export interface Reliable {
  /** False: too long, or more waits than will ever be heard. */
  readonly send: (message: unknown) => boolean
  /** What came over the wire, from whomever. */
  readonly receive: (body: string) => void
  /** Whether the wire carries anything now. What waits is sent at once when it does again. */
  readonly setReachable: (isReachable: boolean) => void
  readonly close: () => void
}

export interface ReliableListener {
  readonly message: (message: unknown) => void
  /** The other end began anew: what it said before is void, and so is what was said to it. */
  readonly anew: () => void
}

interface Parts {
  readonly clock: Clock
  readonly transmit: (body: string) => void
  readonly listener: ReliableListener
}

const firstPause = 300
const longestPause = 3000
/** Who waits so long has sent in vain more than once. */
const longPause = 1000
/** Room for the envelope around it. */
const longestBatch = longestSignal - 400
const longestQueue = 400
/** How far ahead of what is missing a message may be. */
const window = 128

/** A page has its seat for life, so that counting tells which of its sessions is the newer one. */
let sessions = 0

/**
 * Both ends number what they send from 0. A session is one such row of numbers: where two pages meet again after one of
 * them forgot everything, old numbers are not taken for new ones, however late they come.
 */
export function createReliable({ clock, transmit, listener }: Parts): Reliable {
  let session = ++sessions
  let other: number | null = null
  let nextOut = 0
  let expected = 0
  const waiting = new Map<number, { message: unknown; size: number }>()
  const early = new Map<number, unknown>()
  let isReachable = true
  let isClosed = false
  let pause = firstPause
  let stopTimer: (() => void) | null = null

  function transmitBatch(numbers: Iterable<number>): void {
    const messages: [number, unknown][] = []
    let size = 0
    for (const number of numbers) {
      const held = waiting.get(number)
      if (!held) continue
      if (size + held.size > longestBatch || messages.length === 32) break
      size += held.size
      messages.push([number, held.message])
    }
    transmit(writeEnvelope({ from: session, to: other, got: expected, messages }))
  }

  function waitForAcknowledgement(): void {
    if (stopTimer || waiting.size === 0 || !isReachable || isClosed) return
    stopTimer = clock.after(pause, () => {
      stopTimer = null
      pause = Math.min(longestPause, pause * 2)
      transmitBatch(waiting.keys())
      waitForAcknowledgement()
    })
  }

  function stopWaiting(): void {
    stopTimer?.()
    stopTimer = null
  }

  function send(message: unknown): boolean {
    const size = JSON.stringify(message).length + 12
    if (isClosed || size > longestBatch || waiting.size >= longestQueue) return false
    const number = nextOut++
    waiting.set(number, { message, size })
    if (isReachable) transmitBatch([number])
    waitForAcknowledgement()
    return true
  }

  function acknowledged(below: number): void {
    if (below > nextOut) return
    let isNews = false
    for (const number of waiting.keys()) {
      if (number >= below) break
      waiting.delete(number)
      isNews = true
    }
    if (!isNews) return
    pause = firstPause
    stopWaiting()
    waitForAcknowledgement()
  }

  /** Another life of the other end. It has of this row of numbers what it says, and from nobody else. */
  function adopt({ from, to, got }: Envelope): void {
    const isFirst = other === null
    other = from
    expected = 0
    early.clear()
    if (isFirst) return
    const [firstKept = nextOut] = waiting.keys()
    // What was meant for the life before is void. Its numbers stay, unless the row has a gap for the new one.
    for (const held of waiting.values()) Object.assign(held, { message: null, size: 4 })
    if ((to === session ? got : 0) < firstKept) beginAnew()
    listener.anew()
  }

  function beginAnew(): void {
    session = ++sessions
    nextOut = 0
    waiting.clear()
    stopWaiting()
    pause = firstPause
  }

  function receive(body: string): void {
    const envelope = isClosed ? null : readEnvelope(body)
    if (!envelope || (other !== null && envelope.from < other)) return
    if (envelope.from !== other) adopt(envelope)
    if (envelope.to === session) acknowledged(envelope.got)
    for (const [number, message] of envelope.messages) {
      if (number >= expected && number < expected + window) early.set(number, message)
    }
    while (early.has(expected) && !isClosed) {
      const message = early.get(expected)
      early.delete(expected)
      expected += 1
      listener.message(message)
    }
    // Also to who does not know of this session yet.
    const isOwed = envelope.messages.length > 0 || envelope.to !== session
    if (isClosed || !isReachable) return
    // The wire carries again: what was sent in vain need not wait on.
    if (pause > longPause) sendAgain()
    else if (isOwed) transmitBatch([])
  }

  function sendAgain(): void {
    stopWaiting()
    pause = firstPause
    transmitBatch(waiting.keys())
    waitForAcknowledgement()
  }

  function setReachable(next: boolean): void {
    if (next === isReachable || isClosed) return
    isReachable = next
    stopWaiting()
    pause = firstPause
    if (next && waiting.size > 0) sendAgain()
  }

  function close(): void {
    isClosed = true
    stopWaiting()
    waiting.clear()
    early.clear()
  }

  return { send, receive, setReachable, close }
}
