import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { Hourglass, TimerReset } from 'lucide-react'
import { Status } from '../../ui/feedback/status.tsx'
import { openText } from './more-time-words.ts'

export interface MoreTimeBadgeProps {
  booking: Pick<Booking, 'moreTime'>
  /** Who looks at the list. */
  viewer: CallRole
}

/** In a list, that more time for a session waits for an answer; for how much, and until when, says its page. */
export function MoreTimeBadge({ booking, viewer }: MoreTimeBadgeProps) {
  const open = openText(booking.moreTime, viewer)
  if (!open) return null
  const isAsked = open.stage === 'asked'
  const Icon = isAsked ? TimerReset : Hourglass
  return (
    <Status tone={isAsked ? 'accent' : 'held'} icon={<Icon size={15} aria-hidden />}>
      {open.text}
    </Status>
  )
}
