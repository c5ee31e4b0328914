import { browserFamily } from '../../../lib/browser/browser-family.ts'
import { diagnose } from './diagnose.ts'
import type { CaptureFault } from './local-media.ts'
import { type HeldTrack, holdTrack } from './held-track.ts'

export interface Screen {
  readonly stream: () => MediaStream | null
  readonly track: () => MediaStreamTrack | null
  readonly fault: () => CaptureFault | undefined
  readonly share: () => Promise<void>
  readonly stop: () => void
}

/** Newer than the types. */
interface DisplayWishes extends DisplayMediaStreamOptions {
  /** The other side would hear itself. */
  readonly systemAudio: 'exclude'
  readonly selfBrowserSurface: 'exclude'
  readonly surfaceSwitching: 'include'
}

const wishes: DisplayWishes = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: false,
  systemAudio: 'exclude',
  // A picture of the call in the call.
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
}

/** No phone has it. */
export function canShareScreen(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices
}

/** What is shared beside the camera, until it is stopped here or by the browser's own bar. */
export function createScreen(onChange: () => void): Screen {
  let held: HeldTrack | null = null
  let stream: MediaStream | null = null
  let fault: CaptureFault | undefined
  let attempts = 0

  function stop(): void {
    attempts += 1
    held?.drop()
    held = null
    stream = null
    onChange()
  }

  async function share(): Promise<void> {
    if (held || !canShareScreen()) return
    attempts += 1
    const attempt = attempts
    fault = undefined
    try {
      const given = await navigator.mediaDevices.getDisplayMedia(wishes)
      const [track] = given.getVideoTracks()
      if (attempt !== attempts || !track) return given.getTracks().forEach((other) => other.stop())
      // Text and lines: sharp rather than smooth.
      if ('contentHint' in track) track.contentHint = 'detail'
      held = holdTrack(track, { onMuted: () => undefined, onEnded: stop })
      stream = given
    } catch (error) {
      fault = faultOf(error)
    }
    onChange()
  }

  return { stream: () => stream, track: () => held?.track ?? null, fault: () => fault, share, stop }
}

/** Closing the question is an answer, and no fault. */
function faultOf(error: unknown): CaptureFault | undefined {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const { engine } = browserFamily()
  const fault = diagnose({ name, message, permission: 'prompt', isListed: true, engine })
  return fault === 'denied' || fault === 'dismissed' ? undefined : fault
}
