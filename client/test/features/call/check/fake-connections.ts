import type { OpenConnection } from '../../../../src/features/call/check/checked-connection.ts'

type Listener = (event: never) => void

class Talker {
  readonly listeners = new Map<string, Listener[]>()
  addEventListener(event: string, listener: Listener) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
  }
  tell(event: string, detail: object = {}) {
    for (const listener of this.listeners.get(event) ?? []) listener(detail as never)
  }
}

class Channel extends Talker {
  other: Channel | undefined
  send(data: string) {
    queueMicrotask(() => this.other?.tell('message', { data }))
  }
}

/** What the network of a test lets through. */
export interface Network {
  /** The candidates of a connection that may use anything. */
  readonly kinds: readonly { type: string; address?: string }[]
  readonly relay?: 'works' | 'silent'
  readonly errors?: readonly { errorCode: number; url: string }[]
  /** Of a loop that may use anything. */
  readonly comesThrough?: boolean
}

/** Connections of one page that know each other by their candidates alone. */
export function fakeConnections(network: Network) {
  const made: FakeConnection[] = []

  class FakeConnection extends Talker {
    isClosed = false
    iceGatheringState = 'new'
    localDescription: RTCSessionDescription | null = null
    remoteDescription: RTCSessionDescription | null = null
    channel: Channel | undefined
    readonly isRelayOnly: boolean
    constructor({ iceTransportPolicy }: RTCConfiguration) {
      super()
      this.isRelayOnly = iceTransportPolicy === 'relay'
      made.push(this)
    }
    createDataChannel() {
      this.channel = new Channel()
      return this.channel
    }
    setLocalDescription() {
      this.localDescription = { type: this.remoteDescription ? 'answer' : 'offer' } as never
      this.tell('signalingstatechange')
      const kinds = network.kinds.filter(({ type }) => !this.isRelayOnly || type === 'relay')
      queueMicrotask(() => {
        for (const { type, address = '192.168.0.2' } of kinds) {
          const candidate = { type, address, candidate: `candidate: typ ${type}` }
          this.tell('icecandidate', { candidate })
        }
        for (const error of network.errors ?? []) this.tell('icecandidateerror', error)
        this.tell('icecandidate', { candidate: null })
      })
      return Promise.resolve()
    }
    setRemoteDescription(description: RTCSessionDescription) {
      this.remoteDescription = description
      this.tell('signalingstatechange')
      return Promise.resolve()
    }
    addIceCandidate() {
      if (!this.remoteDescription) return Promise.reject(new Error('too early'))
      const comes = this.isRelayOnly ? network.relay === 'works' : network.comesThrough !== false
      const caller = made.at(-2)
      if (comes && caller?.channel && !caller.channel.other) {
        const [one, other] = [caller.channel, new Channel()]
        one.other = other
        other.other = one
        made.at(-1)?.tell('datachannel', { channel: other })
        queueMicrotask(() => one.tell('open'))
      }
      return Promise.resolve()
    }
    close() {
      this.isClosed = true
    }
  }

  const open: OpenConnection = (configuration) => new FakeConnection(configuration) as never
  return { open, made }
}
