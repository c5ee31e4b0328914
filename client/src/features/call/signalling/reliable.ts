import { longestSignal } from '@expertconnect/contract/calls/routes'
import { readEnvelope, writeEnvelope } from './envelope.ts'
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
  /** The other end began anew, and with it this one: what was said before is void on both sides. */
  readonly anew: () => void
}

interface Parts {
  readonly clock: Clock
  /** Of this end, for the life of this pair of seats: random. */
  readonly session: string
  readonly transmit: (body: string) => void
  readonly listener: ReliableListener
}

const firstPause = 300
const longestPause = 3000
/** Room for the envelope around it. */
const longestBatch = longestSignal - 400
const longestQueue = 400
/** How far ahead of what is missing a message may be. */
const window = 128

/**
 * Both ends number what they send from 0. A session names one life of one end: two pages that meet again after one of
 * them forgot everything do not take old numbers for new ones.
 */
export function createReliable({ clock, session, transmit, listener }: Parts): Reliable {
  let other: string | null = null
  const retired = new Set<string>()
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

  /** Whether this envelope belongs to the present life of both ends. */
  function isPresent(from: string, to: string | null): boolean {
    if (from === session || retired.has(from) || (to !== null && to !== session)) return false
    if (from === other) return true
    const before = other
    other = from
    if (before === null) return true
    retired.add(before)
    nextOut = 0
    expected = 0
    waiting.clear()
    early.clear()
    stopWaiting()
    pause = firstPause
    listener.anew()
    return !isClosed
  }

  function receive(body: string): void {
    if (isClosed) return
    const envelope = readEnvelope(body)
    if (!envelope || !isPresent(envelope.from, envelope.to)) return
    acknowledged(envelope.to === null ? 0 : envelope.got)
    if (envelope.messages.length === 0) return
    for (const [number, message] of envelope.messages) {
      if (number >= expected && number < expected + window) early.set(number, message)
    }
    while (early.has(expected) && !isClosed) {
      const message = early.get(expected)
      early.delete(expected)
      expected += 1
      listener.message(message)
    }
    if (!isClosed && isReachable) transmitBatch([])
  }

  function setReachable(next: boolean): void {
    if (next === isReachable || isClosed) return
    isReachable = next
    stopWaiting()
    pause = firstPause
    if (!next) return
    if (waiting.size > 0) transmitBatch(waiting.keys())
    waitForAcknowledgement()
  }

  function close(): void {
    isClosed = true
    stopWaiting()
    waiting.clear()
    early.clear()
  }

  return { send, receive, setReachable, close }
}
