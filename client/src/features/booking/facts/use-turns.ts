import { heldUpBeforeMs } from '@expertconnect/contract/calls/routes'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useEffect, useEffectEvent, useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'

/** Calls `onTurn` when time alone changes a booking: the deadline passes, the room opens or closes, the
 * end comes, or its beginning, when it is told that the other side is held up.
 */
export function useTurns(booking: Booking, onTurn: () => void): void {
  const turn = useEffectEvent(onTurn)
  const [passed, setPassed] = useState(0)
  const { changeableUntil, roomOpensAt, startsAt, endsAt, roomClosesAt } = booking
  useEffect(() => {
    const now = serverNow()
    const next = Math.min(
      ...[changeableUntil, roomOpensAt, endsAt, roomClosesAt]
        .map(Date.parse)
        .concat(Date.parse(startsAt) - heldUpBeforeMs)
        .filter((at) => at > now),
    )
    // Timers hold 24 days at most; whoever keeps a page open for longer comes back to it.
    if (next - now > 20 * 86_400_000) return
    const timer = setTimeout(
      () => {
        setPassed((count) => count + 1)
        turn()
      },
      next - now + 500,
    )
    return () => clearTimeout(timer)
  }, [changeableUntil, roomOpensAt, startsAt, endsAt, roomClosesAt, passed])
}
