import { playThrough } from '../media/speaker.ts'

export interface Tone {
  /** Whether it could be played to its end. */
  readonly played: Promise<boolean>
  readonly stop: () => void
}

/** In hertz, and when they begin. */
const notes = [
  [523.25, 0],
  [783.99, 0.32],
] as const
const seconds = 1.3

/** Made here and now: no file is fetched. It goes through an element, because only those can choose a speaker. */
export function playTone(speakerId: string | null): Tone {
  let context: AudioContext | undefined
  const element = new Audio()
  let timer: ReturnType<typeof setTimeout> | undefined
  let finish: (isPlayed: boolean) => void = () => undefined
  const played = new Promise<boolean>((resolve) => {
    finish = resolve
  })

  function stop(isPlayed = false): void {
    clearTimeout(timer)
    element.pause()
    element.srcObject = null
    void context?.close().catch(() => undefined)
    context = undefined
    finish(isPlayed)
  }

  async function begin(): Promise<void> {
    context = new AudioContext()
    const out = context.createMediaStreamDestination()
    for (const [pitch, at] of notes) ring(context, out, pitch, at)
    element.srcObject = out.stream
    await playThrough(element, speakerId)
    await element.play()
    timer = setTimeout(() => stop(true), seconds * 1000)
  }

  begin().catch(() => stop())
  return { played, stop: () => stop() }
}

/** A soft bell: it comes at once and fades. */
function ring(context: AudioContext, out: AudioNode, pitch: number, at: number): void {
  const begins = context.currentTime + 0.08 + at
  const gain = context.createGain()
  gain.gain.setValueAtTime(0, begins)
  gain.gain.linearRampToValueAtTime(0.3, begins + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, begins + 0.85)
  const oscillator = context.createOscillator()
  oscillator.frequency.value = pitch
  oscillator.connect(gain).connect(out)
  oscillator.start(begins)
  oscillator.stop(begins + 0.9)
}
