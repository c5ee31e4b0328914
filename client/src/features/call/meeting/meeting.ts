import type { CallEnd } from '@expertconnect/contract/realtime'
import type { ApiProblem } from '../../../server/api/problem.ts'
import type { ChatDraft, ChatView } from '../chat/chat.ts'
import type { LineQuality } from '../peer/quality.ts'

/**
 * `waiting`: nobody else is there. `reconnecting`: they were connected and are not. `no_path`: tried for 15 s in vain,
 * and still trying. `ended`: see `end`.
 */
export const meetingPhases = [
  'entering',
  'waiting',
  'connecting',
  'connected',
  'reconnecting',
  'no_path',
  'ended',
] as const
export type MeetingPhase = (typeof meetingPhases)[number]

/** What the other side does, as it says itself. */
export interface RemoteView {
  readonly microphone: boolean
  readonly camera: boolean
  readonly sharing: boolean
  /** Its picture or sound was taken by its system (a phone call, a locked screen). */
  readonly interrupted: boolean
}

/** How well the two sides hear and see each other, and why not. */
export type Quality = LineQuality

export interface MeetingView {
  readonly phase: MeetingPhase
  /** Why it ended; `left` is the person's own doing, `refused` comes with the problem. */
  readonly end?: CallEnd | 'left' | 'refused'
  readonly problem?: ApiProblem
  /** The other side was there and left: waiting for them to come back. */
  readonly otherLeft: boolean
  /** Signals cannot be sent now; media may go on. */
  readonly isCutOff: boolean
  readonly remote: RemoteView
  /** The same streams for the life of the meeting; tracks come and go in them. */
  readonly sound: MediaStream
  readonly picture: MediaStream
  readonly screen: MediaStream
  readonly quality: Quality | null
  /** Picture off to save the line: chosen by hand, or because nothing else got through. */
  readonly soundOnly: 'no' | 'chosen' | 'weak_line'
  /** When media first flowed, epoch milliseconds, and how long they did until now. */
  readonly connectedAt: number | null
  readonly talkedMs: number
  readonly relayFault: 'relay_refused' | 'relay_unreachable' | null
}

/** A meeting of two, from entering the room to its end. Knows no React. */
export interface Meeting {
  readonly read: () => MeetingView
  readonly subscribe: (listener: () => void) => () => void
  /** 0 to 1, of what is heard. */
  readonly onRemoteLevel: (listener: (level: number) => void) => () => void
  readonly chat: {
    readonly read: () => ChatView
    readonly subscribe: (listener: () => void) => () => void
    readonly send: (text: string) => void
    readonly markRead: () => void
    readonly draft: ChatDraft
  }
  readonly setSoundOnly: (isOn: boolean) => void
  /** Looks at everything anew: after sleep, on the person's wish, on return to the page. */
  readonly revive: () => void
  readonly leave: () => void
  /** The page goes away. */
  readonly unload: () => void
  /** After `taken_over`. */
  readonly takeBack: () => Promise<void>
}
