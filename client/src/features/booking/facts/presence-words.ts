import { otherRole } from '@expertconnect/contract/calls/other-role'
import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import { formatTime } from '../../../lib/time/time.ts'
import { heldUpTitle } from '../../late/late-words.ts'

type Present = Pick<Booking, 'presence' | 'heldUp' | 'expert' | 'customer'>
type Side = Exclude<Party, 'admin'>

/** Whom this side meets. */
export function otherName({ expert, customer }: Present, side: Side): string {
  return side === 'customer' ? expert.name : (customer?.name ?? 'The customer')
}

/** Since when the other side is in the room and this one is not; `null` where nobody waits. */
export function waitingSince({ presence }: Pick<Booking, 'presence'>, side: Side): string | null {
  const other = presence?.[otherRole(side)]
  if (other?.state !== 'there' || presence?.[side]?.state === 'there') return null
  return other.since ?? ''
}

/** What the other side says of coming later. Who has come is not late any more. */
export function otherLate({ late, presence }: Pick<Booking, 'late' | 'presence'>, side: Side) {
  const other = otherRole(side)
  return presence?.[other]?.state === 'there' ? undefined : late?.[other]
}

/** Both are in the room, or the one who is there has only just lost the other. */
export function isGoingOn({ presence }: Pick<Booking, 'presence'>): boolean {
  const states = [presence?.customer?.state, presence?.expert?.state]
  return states.includes('there') && states.every((state) => state === 'there' || state === 'lost')
}

/** What is going on in an open room, for one side of it; `null` where nobody has come yet. */
export function presenceWords(booking: Present, side: Side): string | null {
  const { presence } = booking
  const who = otherName(booking, side)
  if (side === 'customer' && booking.heldUp) return heldUpTitle(who)
  if (waitingSince(booking, side) !== null) return `${who} is waiting for you`
  switch (presence?.[otherRole(side)]?.state) {
    case 'there':
      return 'Your session is going on'
    case 'lost':
      return `${who} is reconnecting`
    case 'left':
      return `${who} has left the room`
    case undefined:
      return null
  }
}

/** `In the room since 13:58.` */
export function sinceWords(since: string, zone: string): string {
  return since === '' ? '' : `In the room since ${formatTime(since, zone)}. `
}
