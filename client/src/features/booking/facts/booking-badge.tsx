import type { BookingStatus } from '@expertconnect/contract/bookings/shapes'
import { CalendarX2, Check, CircleCheck, Hourglass, UserX, Video } from 'lucide-react'
import { Status } from '../../../ui/feedback/status.tsx'

export interface BookingBadgeProps {
  status: BookingStatus
  /** Its expert waits for an answer to another time. */
  proposed?: boolean
  /** Both are in its room. */
  goingOn?: boolean
}

const looks = {
  goingOn: { tone: 'live', text: 'In session', icon: Video },
  booked: { tone: 'live', text: 'Booked', icon: CircleCheck },
  proposed: { tone: 'held', text: 'Proposed', icon: Hourglass },
  completed: { tone: 'neutral', text: 'Completed', icon: Check },
  missed: { tone: 'neutral', text: 'Missed', icon: UserX },
  cancelled: { tone: 'danger', text: 'Cancelled', icon: CalendarX2 },
} as const

/** How a booking stands. */
export function BookingBadge(props: BookingBadgeProps) {
  const { tone, text, icon: Icon } = looks[lookOf(props)]
  return (
    <Status tone={tone} icon={<Icon size={15} aria-hidden />}>
      {text}
    </Status>
  )
}

function lookOf({ status, proposed, goingOn }: BookingBadgeProps): keyof typeof looks {
  if (goingOn === true) return 'goingOn'
  return status === 'booked' && proposed === true ? 'proposed' : status
}
