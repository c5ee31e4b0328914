import { captureBoth } from './capture.ts'
import { type LastStates, deviceChoices, lastStates } from './choices.ts'
import { choicesOf, createDevices } from './devices.ts'
import type { LocalMedia, LocalMediaView, LocalTracks, Source } from './local-media.ts'
import { createMeter } from './meter.ts'
import { watchPermission } from './permissions.ts'
import { canShareScreen, createScreen } from './screen.ts'
import { createSource } from './source.ts'
import { canChooseSpeaker } from './speaker.ts'

const both = ['microphone', 'camera'] as const

/** The one of this page. It holds nothing until a source is turned on, and nothing after `close`. */
export function createLocalMedia(): LocalMedia {
  const listeners = new Set<() => void>()
  const trackListeners = new Set<(tracks: LocalTracks) => void>()
  const devices = createDevices(listed)
  const hooks = { onChange: changed, onLost: () => void setTimeout(refresh, 500) }
  const sources = {
    microphone: createSource('microphone', hooks),
    camera: createSource('camera', hooks),
  }
  const screen = createScreen(changed)
  const meter = createMeter(changed)
  let preview: MediaStream | null = null
  let told: LocalTracks = { microphone: null, camera: null, screen: null }
  let view: LocalMediaView | undefined
  let closing: (() => void)[] = []
  /** What was on when all was given back. */
  let before: LastStates | null = null

  function tracks(): LocalTracks {
    return {
      microphone: sources.microphone.track(),
      camera: sources.camera.track(),
      screen: screen.track(),
    }
  }

  function changed(): void {
    view = undefined
    const now = tracks()
    meter.follow(now.microphone)
    if (now.camera !== (preview?.getVideoTracks()[0] ?? null)) {
      preview = now.camera && new MediaStream([now.camera])
    }
    view = undefined
    const isOther = (Object.keys(now) as (keyof LocalTracks)[]).some(
      (key) => now[key] !== told[key],
    )
    told = now
    if (isOther) for (const listener of trackListeners) listener(now)
    for (const listener of listeners) listener()
  }

  function look(): LocalMediaView {
    const list = devices.read()
    const speakers = canChooseSpeaker() ? choicesOf(list, 'audiooutput') : []
    const speakerId = deviceChoices.read().speaker ?? null
    const screenFault = screen.fault()
    return {
      microphone: sources.microphone.view(),
      camera: sources.camera.view(),
      microphones: choicesOf(list, 'audioinput'),
      cameras: choicesOf(list, 'videoinput'),
      speakers,
      speakerId: speakers.some(({ id }) => id === speakerId) ? speakerId : null,
      preview,
      screen: screen.stream(),
      canShare: canShareScreen(),
      ...(screenFault && { screenFault }),
      isSilent: meter.isSilent(),
    }
  }

  function listed(list: readonly MediaDeviceInfo[]): void {
    for (const source of both) sources[source].look(list)
    changed()
  }

  function refresh(): void {
    if (closing.length > 0) void devices.refresh()
  }

  /** Listens to the world outside, once. */
  function open(): void {
    if (closing.length > 0) return
    const seen = () => void (document.visibilityState === 'visible' && resume())
    document.addEventListener('visibilitychange', seen)
    addEventListener('pageshow', seen)
    closing = [
      () => document.removeEventListener('visibilitychange', seen),
      () => removeEventListener('pageshow', seen),
      () => devices.close(),
      ...both.map((source) => watchPermission(source, () => void allowed(source))),
    ]
    devices.open()
  }

  /** Somebody followed the help and allowed it: no further press is needed. */
  async function allowed(source: Source): Promise<void> {
    const { state, fault } = sources[source].view()
    const isHelped = fault === 'denied' || fault === 'dismissed' || fault === 'blocked_by_system'
    if (state === 'faulty' && isHelped) await turnOn(source)
  }

  async function turnOn(source: Source): Promise<void> {
    open()
    meter.resume()
    remember(source, 'on')
    if (sources[source].unmute()) return
    await sources[source].renew()
    await devices.refresh()
  }

  async function turnOnBoth(isMuted = false): Promise<void> {
    open()
    meter.resume()
    remember('microphone', isMuted ? 'muted' : 'on')
    remember('camera', 'on')
    if (!isMuted) sources.microphone.unmute()
    const wanted = both.filter((source) => !isOpen(source))
    const [first] = wanted
    if (wanted.length < 2) return first && turnOn(first)
    if (isMuted) sources.microphone.mute()
    const attempts = {
      microphone: sources.microphone.begin(),
      camera: sources.camera.begin(),
    }
    await captureBoth(deviceChoices.read(), (source, captured) =>
      sources[source].settle(attempts[source], captured),
    )
    await devices.refresh()
  }

  function isOpen(source: Source): boolean {
    return ['asking', 'on', 'muted'].includes(sources[source].view().state)
  }

  async function restore(): Promise<void> {
    const isBegun = both.some((source) => sources[source].isWanted())
    if (before && !isBegun) lastStates.write(before)
    before = null
    if (isBegun) return
    const { microphone, camera } = lastStates.read()
    if (microphone !== 'off' && camera === 'on') return turnOnBoth(microphone === 'muted')
    if (camera === 'on') return turnOn('camera')
    if (microphone === 'off') return
    open()
    if (microphone === 'muted') sources.microphone.mute()
    await sources.microphone.renew()
    await devices.refresh()
  }

  function turnOff(source: Source): void {
    const { state } = sources[source].view()
    const isKept = source === 'microphone' && state !== 'faulty' && state !== 'off'
    remember(source, isKept ? 'muted' : 'off')
    if (isKept) sources[source].mute()
    else sources[source].drop()
  }

  async function choose(kind: Source | 'speaker', deviceId: string): Promise<void> {
    deviceChoices.write({ ...deviceChoices.read(), [kind]: deviceId })
    if (kind === 'speaker') return changed()
    if (!sources[kind].isWanted()) return changed()
    await sources[kind].renew(deviceId)
    await devices.refresh()
  }

  async function resume(): Promise<void> {
    meter.resume()
    // The microphone first: some systems play sound again only after it is back.
    await sources.microphone.resume()
    await sources.camera.resume()
  }

  function close(): void {
    for (const end of closing) end()
    closing = []
    for (const source of both) sources[source].drop()
    screen.stop()
    meter.close()
  }

  return {
    read: () => (view ??= look()),
    subscribe(listener) {
      open()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tracks,
    onTracks(listener) {
      trackListeners.add(listener)
      return () => void trackListeners.delete(listener)
    },
    turnOn,
    turnOnBoth: () => turnOnBoth(),
    restore,
    turnOff,
    choose,
    share: screen.share,
    stopSharing: screen.stop,
    resume,
    onLevel: meter.onLevel,
    close,
    giveBack() {
      const last = lastStates.read()
      if (last.microphone !== 'off' || last.camera !== 'off') before = last
      lastStates.write(null)
      close()
    },
  }
}

function remember(source: Source, state: 'on' | 'muted' | 'off'): void {
  lastStates.write({ ...lastStates.read(), [source]: state })
}
