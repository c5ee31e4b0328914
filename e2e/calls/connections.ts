import type { BrowserContext, Page } from '@playwright/test'

/** What flows between two pages, as the browser counts it. */
export interface Flow {
  readonly state: string
  /** Pictures that were decoded, of all that come in. */
  readonly frames: number
  /** The size of the largest picture that comes in. */
  readonly width: number
  /** Rises with what is heard. */
  readonly energy: number
  readonly soundPackets: number
  readonly bytesIn: number
  /** `host/host`, `relay/relay` … */
  readonly route: string
  /** Connections that are open in the page. */
  readonly open: number
}

/** Keeps the connections that the pages of a context make where tests find them, and may force them through a relay. */
export async function watchConnections(
  context: BrowserContext,
  manner?: 'relay only',
): Promise<void> {
  await context.addInitScript(keepConnections, manner === 'relay only')
}

/** A page of a context whose connections tests find. */
export async function watchedPage(context: BrowserContext, manner?: 'relay only'): Promise<Page> {
  await watchConnections(context, manner)
  return context.newPage()
}

/** Runs in the page. */
export function keepConnections(isRelayOnly: boolean): void {
  const kept: RTCPeerConnection[] = []
  const Native = RTCPeerConnection
  const policy = isRelayOnly ? { iceTransportPolicy: 'relay' as const } : {}
  class Kept extends Native {
    constructor(configuration: RTCConfiguration = {}) {
      super({ ...configuration, ...policy })
      kept.push(this)
    }
    override setConfiguration(configuration: RTCConfiguration = {}): void {
      super.setConfiguration({ ...configuration, ...policy })
    }
  }
  Object.assign(globalThis, { RTCPeerConnection: Kept, keptConnections: kept })
}

/** Of the newest connection of the page. */
export function flowOf(page: Page): Promise<Flow> {
  return page.evaluate(readFlow)
}

/** Runs in the page. */
export async function readFlow(): Promise<Flow> {
  const kept = (globalThis as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections
  const open = kept.filter(({ connectionState }) => connectionState !== 'closed')
  const connection = open.at(-1)
  const flow = {
    state: connection?.connectionState ?? 'none',
    frames: 0,
    width: 0,
    energy: 0,
    soundPackets: 0,
    bytesIn: 0,
    route: '',
    open: open.length,
  }
  if (!connection) return flow
  const all = await connection.getStats()
  const candidate = (id: string): string =>
    String((all.get(id) as { candidateType?: string } | undefined)?.candidateType)
  all.forEach((each) => {
    if (each.type === 'inbound-rtp' && each.kind === 'video') {
      flow.frames += each.framesDecoded ?? 0
      flow.width = Math.max(flow.width, each.frameWidth ?? 0)
    }
    if (each.type === 'inbound-rtp' && each.kind === 'audio') {
      flow.energy += each.totalAudioEnergy ?? 0
      flow.soundPackets += each.packetsReceived ?? 0
    }
    if (each.type === 'candidate-pair' && each.nominated && each.state === 'succeeded') {
      flow.bytesIn = Math.max(flow.bytesIn, each.bytesReceived ?? 0)
      flow.route = `${candidate(each.localCandidateId)}/${candidate(each.remoteCandidateId)}`
    }
  })
  return flow
}
