import { browserFamily } from '../../../lib/browser/browser-family.ts'
import { diagnose } from './diagnose.ts'
import type { CaptureFault, Source } from './local-media.ts'
import { patienceFor } from './patience.ts'
import { permissionFor } from './permissions.ts'

export type Captured = { readonly track: MediaStreamTrack } | { readonly fault: CaptureFault }
type Settle = (source: Source, captured: Captured) => void

/** Which device is wanted; a source that is `undefined` in it may be any. */
export type Wishes = Readonly<Partial<Record<Source, string | undefined>>>
type Answer = { readonly stream: MediaStream } | { readonly error: Error }

const both = ['microphone', 'camera'] as const
const patience = { together: 4000, alone: 8000 }

/**
 * Asks for both in one question, and for each by itself where that fails: a microphone that is missing or stuck must
 * not hold the camera. `settle` is told of each as soon as it is known.
 */
export async function captureBoth(wishes: Wishes, settle: Settle): Promise<void> {
  const alone = async (source: Source) => settle(source, await captureOne(source, wishes[source]))
  const before = await Promise.all(both.map(permissionFor))
  // One that is refused already would take the other with it, unasked.
  if (before.includes('denied')) {
    for (const source of both) await alone(source)
    return
  }
  const answer = await askPatiently(both, wishes, patience.together)
  if (answer === 'stuck') {
    await Promise.all(both.map(alone))
    return
  }
  if ('stream' in answer) {
    for (const source of both) settle(source, trackOf(answer.stream, source))
    return
  }
  for (const source of both) {
    // Nobody is asked a second time after a no.
    const isRefused = isRefusal(answer.error) && (await permissionFor(source)) !== 'granted'
    if (isRefused) settle(source, { fault: await faultOf(source, answer.error) })
    else await alone(source)
  }
}

/** Asks for one. Never rejects. */
export async function captureOne(source: Source, deviceId?: string): Promise<Captured> {
  const answer = await askPatiently([source], { [source]: deviceId }, patience.alone)
  if (answer === 'stuck') return { fault: 'taken' }
  if ('stream' in answer) return trackOf(answer.stream, source)
  return { fault: await faultOf(source, answer.error) }
}

/** What comes after the patience ran out is given back at once. */
async function askPatiently(
  sources: readonly Source[],
  wishes: Wishes,
  ms: number,
): Promise<Answer | 'stuck'> {
  const asked = ask(sources, wishes)
  const { gone, end } = patienceFor(sources, ms)
  const answer = await Promise.race([asked, gone])
  end()
  if (answer === 'stuck') {
    void asked.then((late) => 'stream' in late && stopAll(late.stream))
  }
  return answer
}

/** Exactly the device that was chosen; where that is gone, whichever is there. */
async function ask(sources: readonly Source[], wishes: Wishes): Promise<Answer> {
  const first = await getUserMedia(sources, wishes, 'exact')
  const isGone =
    'error' in first && ['OverconstrainedError', 'NotFoundError'].includes(first.error.name)
  const isChosen = sources.some((source) => wishes[source] !== undefined)
  return isGone && isChosen ? getUserMedia(sources, wishes, 'ideal') : first
}

async function getUserMedia(
  sources: readonly Source[],
  wishes: Wishes,
  how: 'exact' | 'ideal',
): Promise<Answer> {
  const device = (source: Source) =>
    wishes[source] === undefined ? {} : { deviceId: { [how]: wishes[source] } }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      ...(sources.includes('microphone') && { audio: { ...sound, ...device('microphone') } }),
      ...(sources.includes('camera') && { video: { ...picture, ...device('camera') } }),
    })
    return { stream }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }
// Even sizes: some encoders stop at odd ones.
const picture = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
  facingMode: { ideal: 'user' },
}

function trackOf(stream: MediaStream, source: Source): Captured {
  const [track] = source === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks()
  return track ? { track } : { fault: 'no_device' }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function isRefusal({ name }: Error): boolean {
  return ['NotAllowedError', 'PermissionDeniedError', 'SecurityError'].includes(name)
}

async function faultOf(source: Source, { name, message }: Error): Promise<CaptureFault> {
  // Pages that are not served over https have none.
  if (!('mediaDevices' in navigator)) return 'unsupported'
  const kind = source === 'microphone' ? 'audioinput' : 'videoinput'
  const [permission, devices] = await Promise.all([
    permissionFor(source),
    navigator.mediaDevices.enumerateDevices().catch(() => []),
  ])
  const isListed = devices.some((device) => device.kind === kind)
  return diagnose({ name, message, permission, isListed, engine: browserFamily().engine })
}
