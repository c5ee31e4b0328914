import type { ChatMessage, ChatView } from '../../../src/features/call/chat/chat.ts'
import type {
  LocalMedia,
  LocalMediaView,
  Source,
} from '../../../src/features/call/media/local-media.ts'
import type { Meeting, MeetingView } from '../../../src/features/call/meeting/meeting.ts'
import type { CallFacts } from '../../../src/features/call/room/state/call-facts.ts'

type Level = (level: number) => void

/** A value that tells of its changes. */
function told<T>(value: T) {
  const listeners = new Set<() => void>()
  let now = value
  return {
    read: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next: T) {
      now = next
      for (const listener of listeners) listener()
    },
  }
}

function levels() {
  const listeners = new Set<Level>()
  return {
    on: (listener: Level) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (level: number) => listeners.forEach((listener) => listener(level)),
  }
}

/** A stream that nothing flows in, for a world without cameras. */
function emptyStream(): MediaStream {
  return new MediaStream()
}

export function fakeMeeting(differences: Partial<MeetingView> = {}) {
  const view = told<MeetingView>({
    phase: 'connected',
    otherLeft: false,
    isCutOff: false,
    remote: { microphone: true, camera: true, sharing: false, interrupted: false },
    sound: emptyStream(),
    picture: emptyStream(),
    screen: emptyStream(),
    quality: { level: 'good', roundTripMs: 41, loss: 0, route: 'direct' },
    soundOnly: 'no',
    connectedAt: null,
    talkedMs: 0,
    relayFault: null,
    ...differences,
  })
  const chat = told<ChatView>({ messages: [], unread: 0 })
  const level = levels()
  const done: string[] = []
  const meeting: Meeting = {
    read: view.read,
    subscribe: view.subscribe,
    onRemoteLevel: level.on,
    chat: {
      read: chat.read,
      subscribe: chat.subscribe,
      send(text) {
        const { messages, unread } = chat.read()
        chat.set({
          messages: [...messages, message({ text, from: 'self', state: 'sending' })],
          unread,
        })
      },
      draft: {
        read: () => sessionStorage.getItem('draft') ?? '',
        write: (text) => sessionStorage.setItem('draft', text ?? ''),
      },
      markRead() {
        done.push('markRead')
        chat.set({ ...chat.read(), unread: 0 })
      },
    },
    setSoundOnly: (isOn) => view.set({ ...view.read(), soundOnly: isOn ? 'chosen' : 'no' }),
    revive: () => done.push('revive'),
    leave: () => done.push('leave'),
    unload: () => done.push('unload'),
    takeBack: () => {
      done.push('takeBack')
      return Promise.resolve()
    },
  }
  return {
    meeting,
    /** What it was asked to do. */
    done,
    show: (change: Partial<MeetingView>) => view.set({ ...view.read(), ...change }),
    hear: level.tell,
    receive: (text: string, at = Date.now()) => {
      const { messages, unread } = chat.read()
      chat.set({ messages: [...messages, message({ text, at })], unread: unread + 1 })
    },
    setChat: (next: ChatView) => chat.set(next),
  }
}

let made = 0
export function message(differences: Partial<ChatMessage>): ChatMessage {
  made += 1
  return {
    id: `message-${made}`,
    from: 'other',
    text: 'Hello',
    at: Date.now(),
    state: 'sent',
    ...differences,
  }
}

export function fakeMedia(differences: Partial<LocalMediaView> = {}) {
  const view = told<LocalMediaView>({
    microphone: { state: 'on', deviceId: 'mic-1' },
    camera: { state: 'on', deviceId: 'cam-1' },
    microphones: [
      { id: 'mic-1', label: 'Built-in microphone' },
      { id: 'mic-2', label: 'Headset' },
    ],
    cameras: [
      { id: 'cam-1', label: 'Front camera' },
      { id: 'cam-2', label: 'Desk camera' },
    ],
    speakers: [
      { id: 'out-1', label: 'Built-in speakers' },
      { id: 'out-2', label: 'Headset' },
    ],
    speakerId: null,
    preview: null,
    screen: null,
    canShare: true,
    isSilent: false,
    ...differences,
  })
  const level = levels()
  const done: string[] = []
  let before: LocalMediaView | undefined
  const change = (part: Partial<LocalMediaView>) => view.set({ ...view.read(), ...part })
  const set = (source: Source, state: LocalMediaView['camera']['state']) =>
    change({ [source]: { ...view.read()[source], state } })
  const turned = (source: Source) => {
    set(source, 'on')
    return Promise.resolve()
  }
  const media: LocalMedia = {
    read: view.read,
    subscribe: view.subscribe,
    tracks: () => ({ microphone: null, camera: null, screen: null }),
    onTracks: () => () => undefined,
    turnOn: turned,
    turnOnBoth: async () => {
      await turned('microphone')
      await turned('camera')
    },
    restore: () => {
      done.push('restore')
      if (before) change({ microphone: before.microphone, camera: before.camera })
      return Promise.resolve()
    },
    turnOff: (source) => set(source, source === 'microphone' ? 'muted' : 'off'),
    choose: (kind, deviceId) => {
      done.push(`choose ${kind} ${deviceId}`)
      return Promise.resolve()
    },
    share: () => {
      change({ screen: emptyStream() })
      return Promise.resolve()
    },
    stopSharing: () => change({ screen: null }),
    resume: () => {
      done.push('resume')
      return Promise.resolve()
    },
    onLevel: level.on,
    close: () => done.push('close'),
    giveBack() {
      done.push('close')
      before = view.read()
      change({ microphone: { state: 'off' }, camera: { state: 'off' }, screen: null })
    },
  }
  return { media, done, show: change, speak: level.tell }
}

export function sampleFacts(differences: Partial<CallFacts> = {}): CallFacts {
  return {
    role: 'customer',
    self: { name: 'Mina Okafor', photoUrl: null },
    other: { name: 'Asha Rai', photoUrl: null },
    times: {
      startsAt: '2030-11-25T09:00:00Z',
      endsAt: '2030-11-25T10:00:00Z',
      closesAt: '2030-11-25T10:30:00Z',
    },
    ...differences,
  }
}
