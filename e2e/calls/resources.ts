import type { BrowserContext, Page } from '@playwright/test'

/** What a page has open of what must be closed by hand. */
export interface Resources {
  readonly connections: number
  /** Of devices and screens, and copies of them: as long as one lives, its light is on. */
  readonly tracks: number
  readonly contexts: number
}

/** Counts, in every page of a context, what is opened and not closed. */
export async function watchResources(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepResources)
}

export function openResources(page: Page): Promise<Resources> {
  return page.evaluate(() => {
    const { readResources } = globalThis as unknown as { readResources: () => Resources }
    return readResources()
  })
}

/** Runs in the page. It holds what it watches weakly, so that what is let go of can go. */
function keepResources(): void {
  const connections: WeakRef<RTCPeerConnection>[] = []
  const contexts: WeakRef<AudioContext>[] = []
  const tracks: WeakRef<MediaStreamTrack>[] = []
  const Connection = RTCPeerConnection
  const Context = AudioContext
  Object.assign(globalThis, {
    RTCPeerConnection: class extends Connection {
      constructor(...args: ConstructorParameters<typeof Connection>) {
        super(...args)
        connections.push(new WeakRef(this))
      }
    },
    AudioContext: class extends Context {
      constructor(...args: ConstructorParameters<typeof Context>) {
        super(...args)
        contexts.push(new WeakRef(this))
      }
    },
    readResources: () => ({
      connections: alive(connections).filter(({ connectionState }) => connectionState !== 'closed')
        .length,
      contexts: alive(contexts).filter(({ state }) => state !== 'closed').length,
      tracks: alive(tracks).filter(({ readyState }) => readyState === 'live').length,
    }),
  })
  function alive<T extends WeakKey>(all: readonly WeakRef<T>[]): T[] {
    return all.flatMap((one) => one.deref() ?? [])
  }

  const { mediaDevices } = navigator
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await getUserMedia(wanted)
    for (const track of stream.getTracks()) tracks.push(new WeakRef(track))
    return stream
  }
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the track that is copied
  const { clone } = MediaStreamTrack.prototype
  MediaStreamTrack.prototype.clone = function copy(this: MediaStreamTrack) {
    const made = clone.call(this)
    tracks.push(new WeakRef(made))
    return made
  }
}
