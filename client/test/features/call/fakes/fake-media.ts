import type { LocalMedia, LocalTracks } from '../../../../src/features/call/media/local-media.ts'

class FakeTrack {
  contentHint = ''
  readonly kind: string
  constructor(kind: string) {
    this.kind = kind
  }
}

class FakeStream {
  readonly #tracks = new Set<unknown>()
  getTracks = () => [...this.#tracks]
  addTrack = (track: unknown) => void this.#tracks.add(track)
  removeTrack = (track: unknown) => void this.#tracks.delete(track)
}

export const newStream = () => new FakeStream() as unknown as MediaStream
export const newTrack = (kind: string) => new FakeTrack(kind) as unknown as MediaStreamTrack

/** Camera and microphone that are always there. */
export class FakeMedia {
  current: LocalTracks = { microphone: newTrack('audio'), camera: newTrack('video'), screen: null }
  isInterrupted = false
  readonly listeners = new Set<() => void>()
  readonly trackListeners = new Set<(tracks: LocalTracks) => void>()

  change(tracks: Partial<LocalTracks>): void {
    this.current = { ...this.current, ...tracks }
    for (const listener of this.trackListeners) listener(this.current)
    for (const listener of this.listeners) listener()
  }

  readonly asLocalMedia = {
    read: () => ({
      microphone: {
        state: this.isInterrupted ? 'interrupted' : this.current.microphone ? 'on' : 'off',
      },
      camera: { state: this.current.camera ? 'on' : 'off' },
      screen: this.current.screen && newStream(),
    }),
    tracks: () => this.current,
    subscribe: (listener: () => void) => {
      this.listeners.add(listener)
      return () => this.listeners.delete(listener)
    },
    onTracks: (listener: (tracks: LocalTracks) => void) => {
      this.trackListeners.add(listener)
      return () => this.trackListeners.delete(listener)
    },
  } as unknown as LocalMedia
}
