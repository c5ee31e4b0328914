import type { BrowserContext, Page } from '@playwright/test'

type Fault = readonly [name: string, message: string]

/** What the browser answers when it is asked for one of them. */
export interface Broken {
  readonly camera?: Fault
  readonly microphone?: Fault
}

/** Devices that fail as those of people do, and that can be pulled out: browsers have no switch for either. */
export async function breakDevices(context: BrowserContext, broken: Broken): Promise<void> {
  await context.addInitScript(replaceDevices, broken)
}

/** Pulls out the device of a kind that is in use. */
export function unplug(page: Page, kind: MediaDeviceKind): Promise<void> {
  return page.evaluate((which) => {
    const { unplugDevice } = globalThis as unknown as {
      unplugDevice: (which: string) => Promise<void>
    }
    return unplugDevice(which)
  }, kind)
}

/** What the system tells of every track that is open, as when the phone rings or is done. */
export function disturb(page: Page, event: 'mute' | 'unmute'): Promise<void> {
  return page.evaluate((which) => {
    const { openTracks } = globalThis as unknown as { openTracks: MediaStreamTrack[] }
    for (const track of openTracks) {
      Object.defineProperty(track, 'muted', { value: which === 'mute', configurable: true })
      track.dispatchEvent(new Event(which))
    }
  }, event)
}

/** Runs in the page. */
function replaceDevices({ camera, microphone }: Broken): void {
  const { mediaDevices } = navigator
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
  const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices)
  const gone = new Set<string>()
  const open: MediaStreamTrack[] = []
  const isMissing = (fault?: Fault) => fault?.[0] === 'NotFoundError'

  mediaDevices.enumerateDevices = async () => {
    const all = await enumerateDevices()
    // The second of the browser's cameras measures depth: nothing of it can be sent.
    const depth = all.filter(({ kind }) => kind === 'videoinput')[1]
    return all.filter(
      (device) =>
        device !== depth &&
        !gone.has(device.deviceId) &&
        !(device.kind === 'videoinput' && isMissing(camera)) &&
        !(device.kind === 'audioinput' && isMissing(microphone)),
    )
  }
  mediaDevices.getUserMedia = async (wanted = {}) => {
    const fault = (wanted.video && camera) || (wanted.audio && microphone)
    if (fault) throw new DOMException(fault[1], fault[0])
    const left = (await mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    if (wanted.video && left.length === 0) {
      throw new DOMException('Requested device not found', 'NotFoundError')
    }
    // The browser does not know what was pulled out.
    const video =
      wanted.video && gone.size > 0
        ? { deviceId: { exact: left[0]?.deviceId ?? '' } }
        : wanted.video
    const stream = await getUserMedia({ ...wanted, ...(video !== undefined && { video }) })
    open.push(...stream.getTracks())
    return stream
  }
  Object.assign(globalThis, {
    openTracks: open,
    async unplugDevice(kind: MediaDeviceKind) {
      const inUse = open.find(
        ({ kind: of, readyState }) => readyState === 'live' && kind.startsWith(of),
      )
      const id = inUse?.getSettings().deviceId
      if (!inUse || id === undefined) throw new Error(`No ${kind} is in use`)
      gone.add(id)
      inUse.stop()
      inUse.dispatchEvent(new Event('ended'))
      mediaDevices.dispatchEvent(new Event('devicechange'))
    },
  })
}
