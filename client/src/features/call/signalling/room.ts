import type { CallEnd } from '@expertconnect/contract/realtime'
import type { CallRole, IceServer } from '@expertconnect/contract/calls/shapes'
import type { Wire } from './wire.ts'

/** Who sits on the other side. Another `seat` is another page: nothing of the connection before is of use to it. */
export interface OtherSide {
  readonly seat: string
  readonly wire: Wire
}

/** `left` and `removed` end the connection at once; `lost` says nothing about media, which may well go on. */
export type Absence = 'left' | 'lost' | 'removed'

/** The room of a booking, or of practice, as a meeting needs it: who is there, and a wire to them. */
export interface Room {
  readonly role: CallRole
  /** Of this page, for its life. */
  readonly seat: string
  /** Fresh ones at each call: those of a relay run out. */
  readonly iceServers: () => Promise<readonly IceServer[]>
  /** Goes in, and stays in through reconnections until `leave`. Rejects with an `ApiProblem` if that is refused. */
  readonly enter: (listener: RoomListener) => Promise<void>
  readonly leave: () => void
  /** Whether the line to the other side still lives, which may look so after sleep: a dead one is made anew. */
  readonly check: () => void
  /** For whoever hosts. */
  readonly report: (fault: 'relay_refused' | 'relay_unreachable' | 'no_path') => void
}

export interface RoomListener {
  readonly other: (side: OtherSide | null, absence?: Absence) => void
  /** Out for good. `taken_over`: it can be taken back by entering anew. */
  readonly ended: (reason: CallEnd) => void
  /** Whether signals can be sent now. */
  readonly reachable: (isReachable: boolean) => void
}
