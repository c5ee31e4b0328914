import type { Clock } from '../../../lib/time/clock.ts'

/** `connecting`: never was. `no_path`: for 15 s in vain, and still at it. `reconnecting`: was, and is not. */
export type Reach = 'connecting' | 'no_path' | 'connected' | 'reconnecting'

/** Decides when the connection has to be mended, and how. Told what happens, by whoever holds the connection. */
export interface Recovery {
  readonly state: (state: RTCPeerConnectionState) => void
  /**
   * How many bytes have come. `isBeating`: the other side sends something every second, so that silence means
   * something.
   */
  readonly sample: (bytesReceived: number | null, isBeating: boolean) => void
  /** Nothing comes: too early to mend the path, and time to see whether the way to mend it is open. */
  readonly isSilent: () => boolean
  /** Another network, or the device slept: the path may be gone. */
  readonly disturbed: () => void
  /** The other side looks for another path. */
  readonly restarted: () => void
  /** There is a new connection, made here or there. */
  readonly built: () => void
  /** The browser refused a step: this connection is of no use. */
  readonly refused: () => void
  /** Whether signals get to the other side. Without them nothing can be mended. */
  readonly setReachable: (isReachable: boolean) => void
  readonly close: () => void
}

export interface RecoveryParts {
  readonly clock: Clock
  readonly restart: () => void
  readonly rebuild: () => void
  readonly reached: (reach: Reach) => void
}

/** As mature products do it: at once, then ever more slowly. */
const pauses = [0, 300, 1200, 2700, 4800, 7000]
const jitter = 1000
/** Every third step is a new connection: two restarts in vain mean that more than the path is broken. */
const stepsToRebuild = 3
const patience = { restart: 3000, rebuild: 7000 }
/** Nothing is known of a path that never was; looking for it anew begins anew with slow relays too. */
const patienceForFirst = 10_000
const patienceForPath = 15_000
/** Nothing came from one sample, of each second, to the next. */
const silence = 900
const flatWhileDisconnected = 3000
const flatWhileConnected = 5000
/** A connection that held for so long was no fluke. */
const steady = 10_000
/** One disturbance is told in several ways at once; and several come in a swarm. */
const sameMoment = 100
const swarm = 1000

export function createRecovery(parts: RecoveryParts): Recovery {
  const { clock } = parts
  let reach: Reach = 'connecting'
  let connection: RTCPeerConnectionState = 'new'
  let isReachable = true
  let isClosed = false
  let step = 0
  let isDue = false
  let mustRebuild = false
  let connectedAt = -Infinity
  let attemptedAt = clock.now()
  let bytes: number | null = null
  /** Since when there was nothing, or something is being done about it. */
  let flatSince = clock.now()
  let heardAt = clock.now()
  let stopTimer: (() => void) | null = null
  let stopSwarm = () => {}
  let stopPathTimer = clock.after(patienceForPath, tellNoPath)

  function become(next: Reach): void {
    if (next === reach || isClosed) return
    reach = next
    parts.reached(next)
  }

  function tellNoPath(): void {
    if (reach !== 'connecting') return
    // Nothing was tried yet if nobody could be told of it.
    if (isReachable) become('no_path')
    else stopPathTimer = clock.after(patienceForPath, tellNoPath)
  }

  function attemptIn(ms: number): void {
    stopTimer?.()
    stopTimer = clock.after(ms, () => {
      stopTimer = null
      if (isWell()) return
      if (reach === 'connected') become('reconnecting')
      if (isReachable) attempt()
      else isDue = true
    })
  }

  /** The last attempt did no harm, or was not needed. */
  function isWell(): boolean {
    if (mustRebuild) return false
    return reach === 'connected' && connection === 'connected' && flatFor() < flatWhileDisconnected
  }

  function patienceFor(attempt: keyof typeof patience): number {
    return Number.isFinite(connectedAt) ? patience[attempt] : patienceForFirst
  }

  const pause = () =>
    (pauses[Math.min(step, pauses.length - 1)] ?? 0) + (step > 0 ? clock.random() * jitter : 0)

  function attempt(): void {
    if (isClosed) return
    isDue = false
    const isRebuild = mustRebuild || step % stepsToRebuild === stepsToRebuild - 1
    mustRebuild = false
    step += 1
    attemptedAt = clock.now()
    attemptIn(patienceFor(isRebuild ? 'rebuild' : 'restart') + pause())
    if (isRebuild) parts.rebuild()
    else parts.restart()
  }

  /** The connection is lost: the first attempt follows at once. */
  function lose(): void {
    if (reach === 'connected') {
      if (clock.now() - connectedAt >= steady) step = 0
      become('reconnecting')
      attemptIn(pause())
    }
  }

  function flatFor(): number {
    return clock.now() - flatSince
  }

  function isSilent(): boolean {
    return reach === 'reconnecting' || (reach === 'connected' && clock.now() - heardAt >= silence)
  }

  function state(next: RTCPeerConnectionState): void {
    if (isClosed || next === connection) return
    connection = next
    if (next === 'connected') arrive()
    else if (next === 'failed') {
      if (reach === 'connected') lose()
      else attemptIn(pause())
    } else if (next === 'disconnected' && reach === 'connected') {
      attemptWhenFlat()
    }
  }

  function arrive(): void {
    stopPathTimer()
    // What the browser refused stays undone, also where media flow.
    if (!mustRebuild) {
      stopTimer?.()
      stopTimer = null
      isDue = false
    }
    connectedAt = clock.now()
    flatSince = clock.now()
    heardAt = clock.now()
    become('connected')
  }

  /** Also where statistics cannot be had. */
  function attemptWhenFlat(): void {
    stopTimer?.()
    stopTimer = clock.after(Math.max(0, flatWhileDisconnected - flatFor()), () => {
      stopTimer = null
      if (connection !== 'disconnected') return
      if (flatFor() >= flatWhileDisconnected) lose()
      else attemptWhenFlat()
    })
  }

  function sample(next: number | null, isBeating: boolean): void {
    const before = bytes
    if (next !== null) bytes = next
    // It falls where a path is given up that something had come on.
    if (next !== null && (before === null || next > before)) {
      flatSince = clock.now()
      heardAt = clock.now()
      if (before !== null && connection === 'connected' && reach === 'reconnecting') arrive()
    }
    const meansNothing = !isBeating || next === null
    if (meansNothing) heardAt = clock.now()
    if (isClosed || reach !== 'connected' || connection !== 'connected') return
    if (meansNothing) flatSince = clock.now()
    else if (flatFor() >= flatWhileConnected) disturbed()
  }

  function disturbed(): void {
    if (isClosed || clock.now() - attemptedAt < sameMoment) return
    stopSwarm()
    // What has just begun is not helped by beginning again at once.
    const early = (reach === 'connecting' ? patience.restart : swarm) - clock.now() + attemptedAt
    if (early > 0) {
      const before = reach
      stopSwarm = clock.after(early, () => {
        if (before === reach || before === 'connected') disturbed()
      })
      return
    }
    // Media may go on while another path is looked for: nobody needs to hear of it yet.
    step = 0
    flatSince = clock.now()
    if (isReachable) attempt()
    else isDue = true
  }

  function restarted(): void {
    attemptedAt = clock.now()
    if (isClosed || (reach === 'connected' && connection === 'connected')) return
    attemptIn(patienceFor('restart') + pause())
  }

  function built(): void {
    if (isClosed) return
    connection = 'new'
    mustRebuild = false
    bytes = null
    if (reach === 'connected') become('reconnecting')
    attemptIn(patienceFor('rebuild') + pause())
  }

  function refused(): void {
    mustRebuild = true
    step = Math.max(1, step)
    attemptIn(pause())
  }

  attemptIn(patienceForFirst)

  return {
    state,
    sample,
    isSilent,
    disturbed,
    restarted,
    built,
    refused,
    setReachable(next) {
      if (next === isReachable) return
      isReachable = next
      if (!next) return
      if (isDue || reach === 'reconnecting') attempt()
      // The line to the server broke together with the path, and that one does not come back by itself.
      else if (isSilent()) disturbed()
    },
    close() {
      isClosed = true
      stopTimer?.()
      stopSwarm()
      stopPathTimer()
    },
  }
}
