import type { CallRole, IceServer } from '@expertconnect/contract/calls/shapes'
import type { Clock } from '../../../lib/time/clock.ts'
import type { LocalTracks } from '../media/local-media.ts'
import type { Load } from './bitrate.ts'
import { type Connection, openLinkOf } from './connection.ts'
import { OneWay } from './one-way.ts'
import type { Link } from './peer-link.ts'
import { type LineQuality, QualityMeter } from './quality.ts'
import { type Reach, createRecovery } from './recovery.ts'
import { type RelayFault, RelayWatch } from './relay-watch.ts'
import { noTracks } from './sections.ts'
import { type Signal, readSignal } from './signals.ts'
import type { Sample } from './stats.ts'
import { WeakLine } from './weak-line.ts'

/** The connection to one page of the other side, through as many connections of the browser as it takes. */
export interface Peer {
  /** A signal of the other side, unread. */
  readonly receive: (message: unknown) => void
  readonly setReachable: (isReachable: boolean) => void
  readonly setTracks: (tracks: LocalTracks) => void
  /** What the other side says of itself. */
  readonly noteOther: (other: {
    isHeard: boolean
    isWeak: boolean
    wantsSoundOnly: boolean
  }) => void
  readonly setSoundOnly: (isOn: boolean) => void
  /** Another network, or the device slept. */
  readonly disturbed: () => void
  /** 0 to 1, of what is heard at this moment. */
  readonly level: () => number
  readonly close: () => void
}

export interface PeerListener {
  readonly reached: (reach: Reach) => void
  /** Sound, camera and screen of the other side, in this order, of another connection. */
  readonly tracks: (tracks: readonly MediaStreamTrack[]) => void
  /** The channel for texts opened, or is gone: null. */
  readonly channel: (send: ((text: string) => void) | null) => void
  readonly text: (text: string) => void
  /** Nothing comes in where something should, told again and again. */
  readonly silent: () => void
  readonly quality: (quality: LineQuality) => void
  readonly weakLine: (isWeak: boolean) => void
  readonly relayFault: (fault: RelayFault | null) => void
}

export interface PeerParts {
  readonly clock: Clock
  readonly role: CallRole
  readonly isMobile: boolean
  readonly send: (signal: Signal) => void
  readonly iceServers: () => Promise<readonly IceServer[]>
  readonly openLink: (configuration: RTCConfiguration) => Link
  readonly newStream: () => MediaStream
  readonly listener: PeerListener
}

const patienceForFirst = 4000
const patienceForFresh = 1500
const tick = 1000
/** When something comes again, every moment counts. */
const tickInSilence = 250
/** How many connections ahead the other side can be and still be believed. */
const mostAhead = 1000

export function createPeer(parts: PeerParts): Peer {
  const { clock, listener } = parts
  let generation = 1
  let isClosed = false
  let connection: Connection | null = null
  /** Signals for a connection that waits for its servers. */
  let early: Signal[] = []
  let servers: readonly IceServer[] = []
  let hasServers = false
  let tracks = noTracks
  let other = { isHeard: false, isWeak: false, wantsSoundOnly: false }
  let isSoundOnly = false
  let reach: Reach = 'connecting'
  let isOpen = false
  let isSilent = false
  const quality = new QualityMeter()
  const weakLine = new WeakLine()
  const oneWay = new OneWay()
  const relays = new RelayWatch()

  const recovery = createRecovery({
    clock,
    restart: () => void restart(),
    rebuild: () => rebuild(),
    reached(next) {
      reach = next
      if (next === 'connected') weakLine.restart()
      if (next === 'no_path' && relays.finished()) listener.relayFault(relays.fault)
      listener.reached(next)
    },
  })

  /** Fresh ones, if they come in time: those of a relay run out, the others stay as they are. */
  async function freshServers(): Promise<readonly IceServer[]> {
    if (hasServers && !servers.some(({ credential }) => credential !== undefined)) return servers
    let stop: (() => void) | undefined
    const late = new Promise<null>((resolve) => {
      const patience = hasServers ? patienceForFresh : patienceForFirst
      stop = clock.after(patience, () => resolve(null))
    })
    const fresh = await Promise.race([parts.iceServers().catch(() => null), late])
    stop?.()
    if (fresh) hasServers = true
    servers = fresh ?? servers
    return servers
  }

  async function build(): Promise<void> {
    const wanted = generation
    drop()
    const iceServers = await freshServers()
    if (isClosed || generation !== wanted) return
    relays.begin(iceServers as RTCIceServer[])
    connection = openLinkOf({
      ...parts,
      generation,
      iceServers: iceServers as RTCIceServer[],
      relays,
      recovery,
      listener: {
        ...listener,
        channel(send) {
          isOpen = send !== null
          listener.channel(send)
        },
        sample,
      },
      tracks,
      load: load(),
    })
    const waiting = early
    early = []
    for (const signal of waiting) connection.receive(signal)
  }

  function drop(): void {
    connection?.close()
    connection = null
    early = []
    isOpen = false
    quality.restart()
    oneWay.restart()
  }

  async function restart(): Promise<void> {
    const [wanted, iceServers] = [connection, await freshServers()]
    if (isClosed || !wanted || connection !== wanted) return
    relays.begin(iceServers as RTCIceServer[])
    wanted.restart(iceServers as RTCIceServer[])
  }

  function rebuild(): void {
    generation += 1
    renew()
    parts.send({ kind: 'hello', generation })
  }

  function renew(): void {
    void build()
    recovery.built()
  }

  function receive(message: unknown): void {
    const signal = readSignal(message)
    if (isClosed || !signal || signal.generation < generation) return
    if (signal.generation > generation) {
      if (signal.generation > generation + mostAhead) return
      generation = signal.generation
      renew()
    }
    if (signal.kind === 'unheard') void connection?.putAnew()
    else if (signal.kind === 'hello') return
    else if (connection) connection.receive(signal)
    else if (early.length < 200) early.push(signal)
  }

  function load(): Load {
    return {
      isMobile: parts.isMobile,
      isSharing: tracks.screen !== null,
      isSoundOnly: isSoundOnly || other.wantsSoundOnly,
      isWeak: weakLine.isWeak,
    }
  }

  function sample(next: Sample): void {
    recovery.sample(next.bytesReceived, isOpen)
    const wasSilent = isSilent
    isSilent = recovery.isSilent()
    if (isSilent) listener.silent()
    else if (wasSilent) void connection?.refresh()
    if (reach !== 'connected') return
    if (weakLine.add(next)) {
      void connection?.limit(load())
      listener.weakLine(weakLine.isWeak)
    }
    listener.quality(quality.add(next))
    const mend = oneWay.add(next.at, next.audioReceived, other.isHeard)
    if (mend === 'rebuild') rebuild()
    if (mend === 'ask') {
      parts.send({ kind: 'unheard', generation })
      recovery.disturbed()
    }
  }

  function look(): void {
    stopTick = clock.after(isSilent ? tickInSilence : tick, look)
    connection?.look()
  }
  let stopTick = clock.after(tick, look)

  parts.send({ kind: 'hello', generation })
  void build()

  return {
    receive,
    setReachable: (isReachable) => recovery.setReachable(isReachable),
    setTracks(next) {
      const isOther = (next.screen === null) !== (tracks.screen === null)
      tracks = next
      void connection?.put(next)
      if (isOther) void connection?.limit(load())
    },
    noteOther(next) {
      const isOther = next.wantsSoundOnly !== other.wantsSoundOnly
      other = next
      quality.noteOther(next.isWeak)
      if (isOther) void connection?.limit(load())
    },
    setSoundOnly(isOn) {
      isSoundOnly = isOn
      void connection?.limit(load())
    },
    disturbed: () => recovery.disturbed(),
    level: () => connection?.level() ?? 0,
    close() {
      if (isClosed) return
      isClosed = true
      stopTick()
      recovery.close()
      drop()
    },
  }
}
