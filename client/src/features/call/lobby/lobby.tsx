import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { Button } from '../../../ui/action/button.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import type { LocalMedia } from '../media/local-media.ts'

interface LobbyProps {
  call: Call
  media: LocalMedia
  bookingPath: string
  isOtherThere: boolean | undefined
  isSelfThere: boolean
  onTurn: () => void
  onJoin: () => void
  isJoining: boolean
  problem: Problem | null
}

/** Stands in for the lobby. */
export function Lobby({ call, onJoin, problem }: LobbyProps) {
  return (
    <section>
      <h1>Session with {call.other.name}</h1>
      <Refusal problem={problem} />
      {call.state === 'open' && <Button onClick={onJoin}>Join session</Button>}
    </section>
  )
}
