import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { Clock } from '../../../lib/time/clock.ts'
import type { LocalTracks } from '../media/local-media.ts'
import { type Load, preferVp8, startKbps, withStartBitrate } from './bitrate.ts'
import { FrameGate } from './frame-gate.ts'
import { createNegotiation } from './negotiation.ts'
import type { Link } from './peer-link.ts'
import type { Recovery } from './recovery.ts'
import type { RelayFault, RelayWatch } from './relay-watch.ts'
import { createSections } from './sections.ts'
import type { Signal } from './signals.ts'
import { type Sample, readStats } from './stats.ts'

/** One connection of the browser, from its making to its end. */
export interface Connection {
  readonly receive: (signal: Signal) => void
  readonly restart: (iceServers: RTCIceServer[]) => void
  readonly put: (tracks: LocalTracks) => Promise<void>
  readonly putAnew: () => Promise<void>
  readonly refresh: () => Promise<void>
  readonly limit: (load: Load) => Promise<void>
  readonly look: () => void
  readonly level: () => number
  readonly close: () => void
}

export interface ConnectionParts {
  readonly clock: Clock
  readonly role: CallRole
  readonly isMobile: boolean
  readonly generation: number
  readonly iceServers: RTCIceServer[]
  readonly openLink: (configuration: RTCConfiguration) => Link
  readonly newStream: () => MediaStream
  readonly send: (signal: Signal) => void
  readonly relays: RelayWatch
  readonly recovery: Recovery
  readonly tracks: LocalTracks
  readonly load: Load
  readonly listener: {
    readonly tracks: (tracks: readonly MediaStreamTrack[]) => void
    readonly channel: (send: ((text: string) => void) | null) => void
    readonly text: (text: string) => void
    readonly relayFault: (fault: RelayFault | null) => void
    readonly sample: (sample: Sample) => void
  }
}

const longestText = 60_000
/** A search that ends sooner was cut short by the next one, or by a relay that is only just being asked. */
const patienceForRelay = 5000

export function openLinkOf(parts: ConnectionParts): Connection {
  const { clock, role, recovery, relays, listener, iceServers } = parts
  const configuration = {
    iceServers,
    bundlePolicy: 'max-bundle',
    rtcpMuxPolicy: 'require',
  } satisfies RTCConfiguration
  const link = parts.openLink(configuration)
  const sections = createSections(link, parts.newStream)
  let isClosed = false
  let isLooking = false
  let stopJudging = () => {}
  let load = parts.load
  let tracks = parts.tracks
  let told: readonly MediaStreamTrack[] = []

  const negotiation = createNegotiation({
    link,
    generation: parts.generation,
    isPolite: role === 'customer',
    random: clock.random,
    send: parts.send,
    async offered() {
      if (!sections.find()) recovery.refused()
      await sections.put(tracks)
    },
    agreed() {
      void sections.limit(load)
      const found = sections.remoteTracks()
      if (found.length === told.length) return
      told = found
      listener.tracks(found)
    },
    restarted: () => recovery.restarted(),
    failed: () => recovery.refused(),
    amend: (sdp) => withStartBitrate(sdp, parts.isMobile ? startKbps.mobile : startKbps.desktop),
  })

  // Both sides make it before anything is agreed, under the same number: nothing that is sent can be missed.
  const channel = link.createDataChannel('talk', { negotiated: true, id: 0 })
  channel.addEventListener('open', () => {
    if (!isClosed) listener.channel(send)
  })
  channel.addEventListener('close', () => {
    if (!isClosed) listener.channel(null)
  })
  const gate = new FrameGate(clock.now())
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isClosed || !gate.lets(clock.now())) return
    if (typeof data === 'string' && data.length <= longestText) listener.text(data)
  })

  function send(text: string): void {
    try {
      if (channel.readyState === 'open') channel.send(text)
    } catch {
      // Its buffer is full, or it closed this moment: what matters is sent again.
    }
  }

  link.addEventListener('connectionstatechange', () => {
    if (!isClosed) recovery.state(link.connectionState)
  })
  link.addEventListener('icecandidateerror', ({ errorCode }) => {
    if (!isClosed && relays.error(errorCode)) listener.relayFault(relays.fault)
  })
  link.addEventListener('icecandidate', ({ candidate }) => {
    if (isClosed) return
    if (!candidate) return judgeRelayLater()
    if (relays.found(candidate.candidate)) listener.relayFault(relays.fault)
  })

  function judgeRelayLater(): void {
    const { round } = relays
    stopJudging()
    stopJudging = clock.after(patienceForRelay, () => {
      if (relays.round === round && relays.finished()) listener.relayFault(relays.fault)
    })
  }

  if (role === 'expert') {
    const codecs = globalThis.RTCRtpReceiver?.getCapabilities('video')?.codecs ?? []
    for (const section of sections.layOut().slice(1)) preferVp8(section, codecs)
    void sections.put(tracks)
    void sections.limit(load)
  }

  return {
    receive: (signal) => negotiation.receive(signal),
    restart(fresh) {
      try {
        link.setConfiguration({ ...link.getConfiguration(), iceServers: fresh })
      } catch {
        // A closed one: the next step makes another.
      }
      negotiation.restart()
    },
    put(next) {
      tracks = next
      return sections.put(next)
    },
    putAnew: () => sections.putAnew(),
    refresh: () => sections.refresh(),
    limit(next) {
      load = next
      return sections.limit(next)
    },
    look() {
      if (isLooking) return
      isLooking = true
      link
        .getStats()
        .then((report) => {
          if (!isClosed) listener.sample(readStats(entriesOf(report), clock.now()))
        })
        .catch(() => undefined)
        .finally(() => (isLooking = false))
    },
    level() {
      const receiver = link.getTransceivers()[0]?.receiver
      const levels = receiver
        ?.getSynchronizationSources?.()
        .map(({ audioLevel }) => audioLevel ?? 0)
      return Math.min(1, Math.max(0, ...(levels ?? [])))
    },
    close() {
      isClosed = true
      stopJudging()
      negotiation.close()
      link.close()
      listener.channel(null)
    },
  }
}

function entriesOf(report: RTCStatsReport): unknown[] {
  const entries: unknown[] = []
  report.forEach((entry: unknown) => entries.push(entry))
  return entries
}
