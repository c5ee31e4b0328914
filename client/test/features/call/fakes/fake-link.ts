import { FakeChannel } from './fake-channel.ts'
import { type Description, readDescription } from './fake-description.ts'
import { FakeTransceiver } from './fake-sections.ts'
import type { VirtualClock } from './virtual-clock.ts'

interface Network {
  readonly clock: VirtualClock
  readonly open: Set<FakeLink>
  readonly path: number
}

class InvalidState extends Error {
  override name = 'InvalidStateError'
}

const disconnectedAfter = 6000
const failedAfter = 15_000

/** A connection that follows the rules of JSEP for descriptions, and knows of ICE what the code above relies on. */
export class FakeLink extends EventTarget {
  signalingState: RTCSignalingState = 'stable'
  connectionState: RTCPeerConnectionState = 'new'
  localDescription: Description | null = null
  remoteDescription: Description | null = null
  isClosed = false
  readonly id: string
  readonly transceivers: FakeTransceiver[] = []
  readonly channels: FakeChannel[] = []
  readonly configurations: unknown[] = []
  restarts = 0
  rollbacks = 0
  bytes = 0
  /** The browser refuses the next step. */
  willRefuse = false
  readonly #net: Network
  #local: Description | null = null
  #remote: Description | null = null
  #pending: Description | null = null
  #names = 0
  #wantsRestart = false
  /** What an offer that is out would fulfil. */
  #restartInOffer = false
  #isNeeded = false
  #operations = Promise.resolve()
  readonly #paths = new Map<string, number>()
  /** Candidates of the other side, by the round that they belong to. */
  readonly #candidates = new Map<string, number>()
  #selected: { peer: FakeLink; path: number } | null = null
  #missedAt: number | null = null

  constructor(net: Network, id: string) {
    super()
    this.#net = net
    this.id = id
  }

  get isAgreed(): boolean {
    return this.signalingState === 'stable' && this.#local !== null && this.#remote !== null
  }
  get peer(): FakeLink | null {
    return this.#selected?.peer ?? null
  }

  addTransceiver(kind: string): FakeTransceiver {
    const made = new FakeTransceiver(kind)
    this.transceivers.push(made)
    this.#need()
    return made
  }
  getTransceivers = () => this.transceivers
  createDataChannel(): FakeChannel {
    const made = new FakeChannel(this)
    this.channels.push(made)
    this.#need()
    return made
  }
  getConfiguration = () => ({})
  setConfiguration(configuration: unknown): void {
    this.#demandOpen()
    this.configurations.push(configuration)
  }
  restartIce(): void {
    this.restarts += 1
    this.#wantsRestart = true
    this.#need()
  }

  setLocalDescription(): Promise<void> {
    return this.#operation(() => {
      if (this.signalingState === 'have-remote-offer') this.#answer()
      else this.#offer()
      this.#gather()
    })
  }

  setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    return this.#operation(() => {
      if (type === 'answer' && this.signalingState !== 'have-local-offer') {
        throw new InvalidState(`answer in ${this.signalingState}`)
      }
      const next = readDescription(type === 'answer' ? 'answer' : 'offer', sdp)
      if (this.#remote && this.#remote.from !== next.from) throw new Error('another fingerprint')
      if (type === 'answer') {
        if (this.#pending?.sections !== next.sections) throw new Error('sections differ')
        this.#local = this.#pending
        this.#remote = this.remoteDescription = next
        this.#pending = null
        this.#restartInOffer = false
        this.#become('stable')
        return
      }
      if (this.signalingState === 'have-local-offer') this.#rollBack()
      if (this.#remote && this.#remote.sections !== next.sections)
        throw new Error('sections differ')
      while (this.transceivers.length < next.sections) {
        this.transceivers.push(
          new FakeTransceiver(this.transceivers.length === 0 ? 'audio' : 'video'),
        )
      }
      this.remoteDescription = next
      this.#become('have-remote-offer')
    })
  }

  addIceCandidate({ usernameFragment }: RTCIceCandidateInit): Promise<void> {
    return this.#operation(() => {
      if (!this.remoteDescription) throw new InvalidState('no description yet')
      if (this.remoteDescription.fragment !== usernameFragment) throw new Error('another round')
      const path = Number(/-p(\d+)$/.exec(usernameFragment)?.[1])
      this.#candidates.set(usernameFragment, path)
    })
  }

  getStats(): Promise<Map<string, unknown>> {
    const pair = { id: 'pair', type: 'candidate-pair', nominated: true, state: 'succeeded' }
    const sound = {
      id: 'in',
      type: 'inbound-rtp',
      kind: 'audio',
      packetsReceived: this.bytes,
      packetsLost: 0,
    }
    return Promise.resolve(
      new Map<string, unknown>([
        ['pair', { ...pair, bytesReceived: this.bytes, currentRoundTripTime: 0.05 }],
        ['in', sound],
      ]),
    )
  }

  close(): void {
    this.isClosed = true
    this.signalingState = 'closed'
    this.connectionState = 'closed'
    this.#net.open.delete(this)
    this.#selected = null
  }

  leadsTo(other: FakeLink): boolean {
    const [local, remote] = [this.#local, this.#remote]
    if (!local || !remote || remote.from !== other.id) return false
    return (
      other.#local?.fragment === remote.fragment &&
      this.#candidates.get(remote.fragment) === this.#net.path &&
      this.#paths.get(local.fragment) === this.#net.path
    )
  }
  holds(other: FakeLink): boolean {
    return (
      this.#selected?.peer === other &&
      this.#selected.path === this.#net.path &&
      this.connectionState !== 'failed'
    )
  }

  meet(peer: FakeLink): void {
    this.#missedAt = null
    this.#selected = { peer, path: this.#net.path }
    this.bytes += 1000
    this.#connection('connected')
  }
  miss(): void {
    const now = this.#net.clock.now()
    this.#missedAt ??= now
    if (this.connectionState === 'connected' && now - this.#missedAt >= disconnectedAfter) {
      this.#connection('disconnected')
    }
    const canFail =
      this.connectionState === 'disconnected' || (this.isAgreed && this.#candidates.size > 0)
    if (canFail && now - this.#missedAt >= failedAfter) this.#connection('failed')
  }
  pass(): void {
    const { peer } = this
    const isThrough = this.connectionState === 'connected' && peer?.connectionState === 'connected'
    for (const channel of this.channels) channel.pass(isThrough ? (peer.channels[0] ?? null) : null)
  }

  #connection(next: RTCPeerConnectionState): void {
    if (this.connectionState === next) return
    this.connectionState = next
    this.dispatchEvent(new Event('connectionstatechange'))
  }

  #offer(): void {
    const isNew = this.#wantsRestart || !this.#local
    const fragment = isNew ? this.#newName() : (this.#local?.fragment ?? '')
    this.#restartInOffer = this.#wantsRestart || this.#restartInOffer
    this.#wantsRestart = false
    this.#pending = this.localDescription = this.#describe('offer', fragment)
    this.#become('have-local-offer')
  }

  #answer(): void {
    const offer = this.remoteDescription
    const isNew = !this.#local || offer?.fragment !== this.#remote?.fragment
    const fragment = isNew ? this.#newName() : (this.#local?.fragment ?? '')
    this.#local = this.localDescription = this.#describe('answer', fragment)
    this.#remote = offer
    if (isNew) this.#wantsRestart = false
    this.#become('stable')
  }

  #rollBack(): void {
    this.rollbacks += 1
    this.#wantsRestart ||= this.#restartInOffer
    this.#restartInOffer = false
    this.#pending = null
    this.localDescription = this.#local
  }

  #describe(type: Description['type'], fragment: string): Description {
    const sections = this.transceivers.length
    if (sections === 0) throw new InvalidState('nothing to offer')
    const sdp = `v=0\r\nfrom ${this.id}\r\nsections ${sections}\r\na=ice-ufrag:${fragment}\r\n`
    return { type, sdp, fragment, from: this.id, sections }
  }

  #newName(): string {
    return `${this.id}-${++this.#names}-p${this.#net.path}`
  }

  #gather(): void {
    const { fragment } = this.localDescription ?? { fragment: '' }
    if (this.#paths.has(fragment)) return
    this.#paths.set(fragment, this.#net.path)
    for (const at of [1, 2]) {
      this.#net.clock.after(this.#net.clock.random() * 80, () => {
        if (this.isClosed) return
        const candidate = {
          candidate: `candidate:${at} 1 udp 1 192.0.2.1 9 typ host ufrag ${fragment}`,
          sdpMid: '0',
          sdpMLineIndex: 0,
          usernameFragment: fragment,
        }
        this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }))
      })
    }
  }

  #become(next: RTCSignalingState): void {
    this.signalingState = next
    if (next === 'stable' && (this.#isNeeded || this.#wantsRestart)) this.#need()
  }

  /** As browsers do: told in a turn of its own, and only while nothing is on its way. */
  #need(): void {
    this.#isNeeded = true
    this.#net.clock.after(0, () => {
      if (this.isClosed || !this.#isNeeded || this.signalingState !== 'stable') return
      this.#isNeeded = false
      this.dispatchEvent(new Event('negotiationneeded'))
    })
  }

  /** One after the other, each takes its time. */
  #operation(step: () => void): Promise<void> {
    this.#demandOpen()
    const done = this.#operations.then(async () => {
      await this.#net.clock.sleep(this.#net.clock.random() * 20)
      // As the standard has it: of a closed one nothing is heard any more.
      if (this.isClosed) return new Promise<void>(() => {})
      if (this.willRefuse) {
        this.willRefuse = false
        throw new Error('refused')
      }
      return step()
    })
    this.#operations = done.catch(() => undefined)
    return done
  }

  #demandOpen(): void {
    if (this.isClosed) throw new InvalidState('closed')
  }
}
