/** Listens to the microphone for the person's own eyes: how loud, and whether it is dead. */
export interface Meter {
  /** What to listen to; `null` for nothing. */
  readonly follow: (track: MediaStreamTrack | null) => void
  readonly onLevel: (listener: (level: number) => void) => () => void
  readonly isSilent: () => boolean
  /** Browsers hold an audio context until somebody pressed something, and stop it during a phone call. */
  readonly resume: () => void
  readonly close: () => void
}

const every = 50
/** A living microphone is never exactly zero for so long. */
const deadAfter = 4000

/** One audio context for as long as it is open. `onSilence` is told when the microphone dies or comes to life. */
export function createMeter(onSilence: () => void): Meter {
  const listeners = new Set<(level: number) => void>()
  let context: AudioContext | undefined
  let followed: MediaStreamTrack | null = null
  let ear:
    | { readonly clone: MediaStreamTrack; readonly node: MediaStreamAudioSourceNode }
    | undefined
  let analyser: AnalyserNode | undefined
  let samples = new Float32Array(2048)
  let timer: ReturnType<typeof setInterval> | undefined
  let silentMs = 0
  let silent = false

  function follow(track: MediaStreamTrack | null): void {
    if (track === followed) return
    drop()
    followed = track
    if (!track || !('AudioContext' in globalThis)) return
    context ??= new AudioContext()
    analyser ??= makeAnalyser(context)
    // A muted track gives silence. Its clone, which is heard by nobody else, tells that somebody speaks unheard.
    const clone = track.clone()
    clone.enabled = true
    const node = context.createMediaStreamSource(new MediaStream([clone]))
    node.connect(analyser)
    ear = { clone, node }
    timer = setInterval(measure, every)
    resume()
  }

  function makeAnalyser(from: AudioContext): AnalyserNode {
    const made = from.createAnalyser()
    made.fftSize = samples.length
    return made
  }

  function drop(): void {
    clearInterval(timer)
    ear?.node.disconnect()
    ear?.clone.stop()
    ear = undefined
    followed = null
    silentMs = 0
    setSilent(false)
    tell(0)
  }

  function measure(): void {
    if (!analyser || context?.state !== 'running') return
    analyser.getFloatTimeDomainData(samples)
    const level = levelOf(samples)
    tell(level)
    const isZero = level === 0 && samples.every((sample) => sample === 0)
    silentMs = isZero && document.visibilityState === 'visible' ? silentMs + every : 0
    setSilent(silentMs >= deadAfter)
  }

  function setSilent(next: boolean): void {
    if (next === silent) return
    silent = next
    onSilence()
  }

  function tell(level: number): void {
    for (const listener of listeners) listener(level)
  }

  function resume(): void {
    if (context && context.state !== 'running') void context.resume().catch(() => undefined)
  }

  return {
    follow,
    onLevel(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    isSilent: () => silent,
    resume,
    close() {
      drop()
      void context?.close().catch(() => undefined)
      context = undefined
      analyser = undefined
      samples = new Float32Array(samples.length)
    },
  }
}

const floor = -60
const ceiling = -12

/** 0 to 1 as ears take it: from the hum of a room to a loud voice. */
function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  if (power === 0) return 0
  const decibels = 10 * Math.log10(power)
  return Math.min(1, Math.max(0, (decibels - floor) / (ceiling - floor)))
}
