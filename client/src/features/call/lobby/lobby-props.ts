import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import type { ReactNode } from 'react'
import type { LocalMedia } from '../media/local-media.ts'

export interface LobbyProps {
  call: Call
  media: LocalMedia
  /** The booking's own page, with the token that leads there. */
  bookingPath: string
  /** The other side sits in the room; `undefined` while that is not known. */
  isOtherThere: boolean | undefined
  /** This person sits in the room, in another tab or on another device. */
  isSelfThere: boolean
  /** Who comes later, and that one does. */
  late?: ReactNode
  /** The door is open by the clock: the page asks for a ticket. */
  onTurn: () => void
  onJoin: () => void
  /** Why the last attempt to go in was refused. */
  problem: Problem | null
}
