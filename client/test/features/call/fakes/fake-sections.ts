import { newTrack } from './fake-media.ts'

export class FakeTransceiver {
  direction = 'recvonly'
  readonly receiver: {
    track: MediaStreamTrack
    getSynchronizationSources: () => { audioLevel: number }[]
  }
  readonly sender = new FakeSender()
  constructor(kind: string) {
    this.receiver = {
      track: newTrack(kind),
      getSynchronizationSources: () => [{ audioLevel: 0.5 }],
    }
  }
}

class FakeSender {
  track: unknown = null
  parameters = { encodings: [{ active: true, maxBitrate: 0 }] }
  replaceTrack = (track: unknown) => {
    this.track = track
    return Promise.resolve()
  }
  setStreams = () => {}
  getParameters = () => structuredClone(this.parameters)
  /** How often a whole picture was asked for. */
  refreshed = 0
  setParameters = (
    parameters: { encodings: { active: boolean; maxBitrate: number }[] },
    options?: { encodingOptions?: { keyFrame?: boolean }[] },
  ) => {
    this.parameters = parameters
    if (options?.encodingOptions?.some(({ keyFrame }) => keyFrame)) this.refreshed += 1
    return Promise.resolve()
  }
}
