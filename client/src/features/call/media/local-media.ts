/** What speaks against a device, as far as the browser tells. */
export const captureFaults = [
  /** The question was closed without an answer: asking again is possible. */
  'dismissed',
  'denied',
  'blocked_by_system',
  'taken',
  'no_device',
  'unsupported',
  'unknown',
] as const
export type CaptureFault = (typeof captureFaults)[number]

export type Source = 'microphone' | 'camera'

/** `interrupted`: the system took it (a phone call, another app, a lock screen) and may give it back. */
export type SourceState = 'off' | 'asking' | 'on' | 'muted' | 'interrupted' | 'faulty'

export interface SourceView {
  readonly state: SourceState
  readonly fault?: CaptureFault
  /** Of the device in use. */
  readonly deviceId?: string
}

export interface DeviceChoice {
  readonly id: string
  readonly label: string
}

export interface LocalMediaView {
  readonly microphone: SourceView
  readonly camera: SourceView
  readonly microphones: readonly DeviceChoice[]
  readonly cameras: readonly DeviceChoice[]
  readonly speakers: readonly DeviceChoice[]
  /** `null`: the browser's own choice, and the only one where it cannot be set. */
  readonly speakerId: string | null
  /** The preview of the camera; `null` while it is off. */
  readonly preview: MediaStream | null
  /** What is shared, beside the camera; `null` while nothing is. */
  readonly screen: MediaStream | null
  readonly canShare: boolean
  /** Why the last attempt to share failed; closing the browser's question is no fault. */
  readonly screenFault?: CaptureFault
  /** The microphone gives digital silence: it is dead, or switched off in hardware. */
  readonly isSilent: boolean
}

/** What is to be sent. A muted microphone is a track that is not enabled; a camera that is off is none. */
export interface LocalTracks {
  readonly microphone: MediaStreamTrack | null
  readonly camera: MediaStreamTrack | null
  readonly screen: MediaStreamTrack | null
}

/** Camera, microphone and screen of this page. Nothing is asked for before `turnOn`. Choices are remembered. */
export interface LocalMedia {
  readonly read: () => LocalMediaView
  readonly subscribe: (listener: () => void) => () => void
  readonly tracks: () => LocalTracks
  /** Told when another track is to be sent, or none. */
  readonly onTracks: (listener: (tracks: LocalTracks) => void) => () => void
  /** Asks for the device where that was not done. Never rejects: what failed stands in the view. */
  readonly turnOn: (source: Source) => Promise<void>
  /** Asks for both at once, and for each by itself where that fails. */
  readonly turnOnBoth: () => Promise<void>
  /** After a reload: turns on what was on in this tab, as it was. Asks for nothing that was not. */
  readonly restore: () => Promise<void>
  /** Mutes the microphone, which stays open; stops the camera, so that its light goes out. */
  readonly turnOff: (source: Source) => void
  readonly choose: (kind: Source | 'speaker', deviceId: string) => Promise<void>
  readonly share: () => Promise<void>
  readonly stopSharing: () => void
  /** Takes back what the system took. Runs by itself on return to the page; the person can ask for it too. */
  readonly resume: () => Promise<void>
  /** 0 to 1, of the microphone, about 20 times a second; also while muted, to tell that somebody speaks unheard. */
  readonly onLevel: (listener: (level: number) => void) => () => void
  /** Gives everything back to the system. Whoever turns on a source later begins anew. */
  readonly close: () => void
  /** The same for who has left: `restore` of this page finds what was on, a reload does not. */
  readonly giveBack: () => void
}
