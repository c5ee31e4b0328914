import { vi } from 'vitest'

/** Counts who listens, so that nobody is left behind. */
class Counted extends EventTarget {
  listeners = 0
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
    this.listeners += 1
    super.addEventListener(...args)
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>) {
    this.listeners -= 1
    super.removeEventListener(...args)
  }
  tell(event: string) {
    this.dispatchEvent(new Event(event))
  }
}

export class FakeTrack extends Counted {
  enabled = true
  muted = false
  readyState = 'live'
  contentHint = ''
  readonly kind: 'audio' | 'video'
  readonly deviceId: string
  readonly label: string
  constructor(kind: 'audio' | 'video', deviceId: string, label = deviceId) {
    super()
    this.kind = kind
    this.deviceId = deviceId
    this.label = label
    world.tracks.push(this)
  }
  getSettings() {
    return { deviceId: this.deviceId }
  }
  stop() {
    this.readyState = 'ended'
  }
  clone() {
    return new FakeTrack(this.kind, this.deviceId)
  }
  /** As the system does it. */
  take(isMuted: boolean) {
    this.muted = isMuted
    this.tell(isMuted ? 'mute' : 'unmute')
  }
  unplug() {
    this.readyState = 'ended'
    this.tell('ended')
  }
}

class FakeStream {
  readonly tracks: FakeTrack[]
  constructor(tracks: FakeTrack[]) {
    this.tracks = tracks
  }
  getTracks() {
    return this.tracks
  }
  getAudioTracks() {
    return this.tracks.filter(({ kind }) => kind === 'audio')
  }
  getVideoTracks() {
    return this.tracks.filter(({ kind }) => kind === 'video')
  }
}

class FakeContext {
  state = 'running'
  constructor() {
    world.contexts.push(this)
  }
  createAnalyser() {
    return {
      fftSize: 0,
      getFloatTimeDomainData: (samples: Float32Array) => samples.fill(world.sound),
    }
  }
  createMediaStreamSource() {
    return { connect: () => undefined, disconnect: () => undefined }
  }
  resume() {
    this.state = 'running'
    return Promise.resolve()
  }
  close() {
    this.state = 'closed'
    return Promise.resolve()
  }
}

type Name = 'microphone' | 'camera'
type Asked = Partial<Record<'audio' | 'video', { deviceId?: { exact?: string; ideal?: string } }>>
const kinds = { audio: 'audioinput', video: 'videoinput' } as const

class FakeDevices extends Counted {
  asked: Asked[] = []
  getUserMedia(asked: Asked): Promise<FakeStream> {
    this.asked.push(asked)
    const wanted = (['audio', 'video'] as const).filter((kind) => asked[kind])
    // An old track of the kind that still runs makes Safari kill the new one.
    for (const track of world.tracks)
      if (wanted.includes(track.kind) && track.readyState === 'live' && !world.clonesOf(track))
        world.overlaps += 1
    if (wanted.some((kind) => world.hangs[kind])) return new Promise(() => undefined)
    const tracks: FakeTrack[] = []
    for (const kind of wanted) {
      const fault = world.faults[kind]
      if (fault) return Promise.reject(fault)
      const there = world.devices.filter((device) => device.kind === kinds[kind])
      const { exact, ideal } = asked[kind]?.deviceId ?? {}
      const found =
        there.find(({ deviceId }) => deviceId === (exact ?? ideal)) ??
        (exact === undefined ? there[0] : undefined)
      if (!found)
        return Promise.reject(fail(there.length > 0 ? 'OverconstrainedError' : 'NotFoundError'))
      tracks.push(new FakeTrack(kind, found.deviceId, found.label))
    }
    return Promise.resolve(new FakeStream(tracks))
  }
  enumerateDevices() {
    return Promise.resolve(world.devices)
  }
  getDisplayMedia = vi.fn<(wishes: unknown) => Promise<FakeStream>>(() =>
    Promise.resolve(new FakeStream([new FakeTrack('video', 'screen')])),
  )
}

export function fail(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name })
}

export function device(kind: MediaDeviceKind, deviceId: string, label = deviceId) {
  return { kind, deviceId, label, groupId: '' }
}

export const world = {
  tracks: [] as FakeTrack[],
  contexts: [] as FakeContext[],
  devices: [] as ReturnType<typeof device>[],
  faults: {} as Partial<Record<'audio' | 'video', Error>>,
  hangs: {} as Partial<Record<'audio' | 'video', boolean>>,
  permissions: {} as Record<Name, Counted & { state: string }>,
  /** Of every sample that is measured. */
  sound: 0.1,
  overlaps: 0,
  media: new FakeDevices(),
  live: () => world.tracks.filter(({ readyState }) => readyState === 'live'),
  /** Nobody listens to a clone: it is the meter's. */
  clonesOf: (track: FakeTrack) => track.listeners === 0,
  last: (kind: 'audio' | 'video') => {
    const track = world.tracks.findLast((one) => one.kind === kind && one.listeners > 0)
    if (!track) throw new Error(`no ${kind}`)
    return track
  },
}

/** Before each test. */
export function begin(): void {
  localStorage.clear()
  sessionStorage.clear()
  const permission = (state: string) => Object.assign(new Counted(), { state })
  Object.assign(world, {
    tracks: [],
    contexts: [],
    faults: {},
    hangs: {},
    sound: 0.1,
    overlaps: 0,
    media: new FakeDevices(),
    permissions: { microphone: permission('prompt'), camera: permission('prompt') },
    devices: [
      device('audioinput', 'built-in'),
      device('audioinput', 'headset'),
      device('videoinput', 'webcam'),
      device('videoinput', 'second'),
    ],
  })
  vi.stubGlobal('MediaStream', FakeStream)
  vi.stubGlobal('AudioContext', FakeContext)
  Object.defineProperty(navigator, 'mediaDevices', { value: world.media, configurable: true })
  Object.defineProperty(navigator, 'permissions', {
    value: { query: ({ name }: { name: Name }) => Promise.resolve(world.permissions[name]) },
    configurable: true,
  })
}
