import { type Captured, captureOne } from './capture.ts'
import { deviceChoices } from './choices.ts'
import { type HeldTrack, holdTrack } from './held-track.ts'
import type { CaptureFault, Source, SourceState, SourceView } from './local-media.ts'

/** One of the two, from being asked for to being given back. */
export interface CapturedSource {
  readonly view: () => SourceView
  readonly track: () => MediaStreamTrack | null
  /** The person wants it, whether it can be had or not. */
  readonly isWanted: () => boolean
  /** Stops the old track, for some browsers kill a new one beside it, and waits. Answers the number of the attempt. */
  readonly begin: () => number
  /** The end of an attempt. What comes for an outdated one is given back. */
  readonly settle: (attempt: number, captured: Captured) => void
  /** Unmutes what is open already; false if it has to be asked for. */
  readonly unmute: () => boolean
  /** Closed for the ear of others, but open. */
  readonly mute: () => void
  readonly drop: () => void
  /** The same anew, from `deviceId` or as it was chosen; where that fails as it was before, else none. */
  readonly renew: (deviceId?: string) => Promise<void>
  /** Takes back what the system took. */
  readonly resume: () => Promise<void>
  /** What is listed now: where the device in use is gone, another takes its place. */
  readonly look: (devices: readonly MediaDeviceInfo[]) => void
  readonly fail: (fault: CaptureFault) => void
}

interface Hooks {
  readonly onChange: () => void
  /** The track is over without having been stopped here: the list of devices will tell why. */
  readonly onLost: () => void
}

/** A blink of this length needs no new track. */
const blink = 1000

export function createSource(source: Source, { onChange, onLost }: Hooks): CapturedSource {
  const kind = source === 'microphone' ? 'audioinput' : 'videoinput'
  let held: HeldTrack | null = null
  let fault: CaptureFault | undefined
  let isWanted = false
  let isMuted = false
  let attempts = 0
  let isAsking = false
  /** While a track is exchanged for another: the person sees no difference. */
  let isRenewing = false
  let interruptedAt: number | null = null
  /** It came back while nobody looked: it may be silent, and is exchanged when somebody does. */
  let isDoubtful = false
  let defaultLabel: string | undefined
  let seen: readonly string[] = []

  function state(): SourceState {
    if (isAsking && !isRenewing) return 'asking'
    if (fault !== undefined) return 'faulty'
    if (interruptedAt !== null) return 'interrupted'
    if (held || isRenewing) return isMuted ? 'muted' : 'on'
    return 'off'
  }

  function view(): SourceView {
    const now = state()
    const deviceId = held?.track.getSettings().deviceId
    return {
      state: now,
      ...(now === 'faulty' && fault !== undefined && { fault }),
      ...(deviceId !== undefined && deviceId !== '' && { deviceId }),
    }
  }

  function begin(): number {
    held?.drop()
    held = null
    isWanted = true
    isAsking = true
    fault = undefined
    attempts += 1
    onChange()
    return attempts
  }

  function settle(attempt: number, captured: Captured): void {
    if (attempt !== attempts) {
      if ('track' in captured) captured.track.stop()
      return
    }
    isAsking = false
    isRenewing = false
    if ('fault' in captured) {
      interruptedAt = null
      fault = captured.fault
      return onChange()
    }
    hold(captured.track)
    onChange()
  }

  function hold(track: MediaStreamTrack): void {
    track.enabled = !isMuted
    held = holdTrack(track, { onMuted: interrupted, onEnded: ended })
    isDoubtful = false
    // Some systems hand out a track that is silent from its birth.
    interruptedAt = track.muted ? Date.now() : null
    defaultLabel = track.getSettings().deviceId === 'default' ? track.label : undefined
  }

  function interrupted(isTaken: boolean): void {
    if (isTaken) {
      interruptedAt ??= Date.now()
      return onChange()
    }
    const wasBlink = interruptedAt === null || Date.now() - interruptedAt < blink
    const isHidden = document.visibilityState === 'hidden'
    if (!wasBlink && !isHidden) return void resume()
    isDoubtful = !wasBlink
    interruptedAt = null
    onChange()
  }

  function ended(): void {
    interruptedAt ??= Date.now()
    onChange()
    onLost()
  }

  async function renew(deviceId = deviceChoices.read()[source]): Promise<void> {
    const before = held?.track.getSettings().deviceId
    isRenewing = interruptedAt === null && held !== null
    const attempt = begin()
    let captured = await captureOne(source, deviceId)
    if (
      'fault' in captured &&
      before !== undefined &&
      before !== deviceId &&
      attempt === attempts
    ) {
      captured = await captureOne(source, before)
    }
    settle(attempt, captured)
  }

  async function resume(): Promise<void> {
    if ((interruptedAt === null && !isDoubtful) || isAsking) return
    const since = interruptedAt ?? Date.now()
    isRenewing = true
    const attempt = begin()
    const captured = await captureOne(source, deviceChoices.read()[source])
    const isBusy =
      'fault' in captured && (captured.fault === 'taken' || captured.fault === 'unknown')
    settle(attempt, captured)
    // The phone call goes on: the next look at the page tries again.
    if (isBusy && attempt === attempts) {
      fault = undefined
      interruptedAt = since
      onChange()
    }
  }

  function look(devices: readonly MediaDeviceInfo[]): void {
    // Without a permission, ids are empty and tell nothing.
    const known = devices.filter((device) => device.kind === kind && device.deviceId !== '')
    const ids = known.map(({ deviceId }) => deviceId)
    const isNew = (id: string | undefined) => ids.some((one) => one === id && !seen.includes(one))
    const chosen = deviceChoices.read()[source]
    const isBack = isNew(chosen)
    seen = ids
    if (!isWanted || isAsking) return
    if (fault === 'no_device' && ids.length > 0) return void renew()
    if (!held) return
    const { deviceId = '' } = held.track.getSettings()
    if (ids.length > 0 && !ids.includes(deviceId)) return void renew()
    if (held.track.readyState === 'ended') {
      if (ids.length === 0) return fail('no_device')
      return void resume()
    }
    if (isBack && chosen !== deviceId) return void renew(chosen)
    followDefault(known)
  }

  /** Chrome keeps the id `default` when the system's choice changes; only the label tells. */
  function followDefault(known: readonly MediaDeviceInfo[]): void {
    const label = known.find((device) => device.deviceId === 'default')?.label
    if (defaultLabel !== undefined && label !== undefined && label !== defaultLabel) {
      void renew('default')
    }
  }

  function release(): void {
    held?.drop()
    held = null
    attempts += 1
    isAsking = false
    isRenewing = false
    isDoubtful = false
    interruptedAt = null
  }

  function fail(why: CaptureFault): void {
    release()
    fault = why
    onChange()
  }

  return {
    view,
    track: () => held?.track ?? null,
    isWanted: () => isWanted,
    begin,
    settle,
    unmute() {
      isMuted = false
      if (held && interruptedAt === null) held.track.enabled = true
      onChange()
      return isAsking || (held !== null && interruptedAt === null)
    },
    mute() {
      isMuted = true
      if (held) held.track.enabled = false
      onChange()
    },
    drop() {
      release()
      isWanted = false
      isMuted = false
      fault = undefined
      onChange()
    },
    renew,
    resume,
    look,
    fail,
  }
}
