import type { MoreTime, MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import type { Problem } from '@expertconnect/contract/problem'

/** What the room knows of more time for the session, and does about it. */
export interface RoomMoreTime {
  /** Left out where it is no question. */
  readonly question: MoreTime | undefined
  /** What is being sent. */
  readonly busy: MoreTimeStep | null
  /** Why what was pressed did not work. */
  readonly problem: Problem | null
  /** What became of the last question: it was agreed to, or the other side keeps to the time. */
  readonly news: 'longer' | 'kept' | null
  readonly send: (step: MoreTimeStep) => void
  /** It is not to be thought of again before the session ends as it does now. */
  readonly isPutOff: boolean
  readonly putOff: () => void
  /** What was told was read. */
  readonly dismiss: () => void
}
