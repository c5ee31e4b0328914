import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { MailX } from 'lucide-react'
import { Status } from '../../../ui/feedback/status.tsx'

/** In a list, that the customer of a booking is not reached by mail; why, and what to do, says its page. */
export function MailBadge({ booking }: { booking: Booking }) {
  if (booking.mailRefused !== true) return null
  return (
    <Status tone="danger" icon={<MailX size={15} aria-hidden />}>
      Mail refused
    </Status>
  )
}
