import { vi } from 'vitest'
import type {
  LocalMedia,
  LocalMediaView,
  SourceView,
} from '../../../../src/features/call/media/local-media.ts'

const nothing: LocalMediaView = {
  microphone: { state: 'off' },
  camera: { state: 'off' },
  microphones: [],
  cameras: [],
  speakers: [],
  speakerId: null,
  preview: null,
  screen: null,
  canShare: false,
  isSilent: false,
}

/** Shows what a test says, and notes what it is asked for. */
export function fakeMedia(first: Partial<LocalMediaView> = {}) {
  let view: LocalMediaView = { ...nothing, ...first }
  const listeners = new Set<() => void>()
  const done = vi.fn<(what: string) => void>()
  const become = (next: Partial<LocalMediaView>) => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }
  const note = (what: string) => {
    done(what)
    return Promise.resolve()
  }
  const media: LocalMedia = {
    read: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tracks: () => ({ microphone: null, camera: null, screen: null }),
    onTracks: () => () => undefined,
    turnOn: (source) => {
      become({ [source]: { state: 'on' } })
      return note(`turn on ${source}`)
    },
    turnOnBoth: () => note('turn on both'),
    restore: () => note('restore'),
    turnOff: (source) => {
      become({ [source]: { state: source === 'microphone' ? 'muted' : 'off' } })
      void note(`turn off ${source}`)
    },
    choose: (kind, id) => note(`choose ${kind} ${id}`),
    share: () => note('share'),
    stopSharing: () => void note('stop sharing'),
    resume: () => note('resume'),
    onLevel: () => () => undefined,
    close: () => void note('close'),
    giveBack: () => void note('give back'),
  }
  return { media, done, become }
}

export const faulty = (fault: NonNullable<SourceView['fault']>): SourceView => ({
  state: 'faulty',
  fault,
})
