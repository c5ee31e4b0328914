import type { Booking } from '@expertconnect/contract/bookings/shapes'

/** Who cancelled it, and why, in their own words. */
export function CancelledBy({ booking }: { booking: Booking }) {
  const { cancelReason: reason } = booking
  const who = nameOf(booking)
  if (reason === undefined || reason === '') return <p>Cancelled by {who}.</p>
  return (
    <p>
      Cancelled by {who}: “{reason}”
    </p>
  )
}

function nameOf({ cancelledBy, expert, customer, seenAs }: Booking): string {
  if (cancelledBy === 'admin') return 'the people who run this place'
  if (cancelledBy === 'expert') return expert.name
  return seenAs === 'customer' ? 'you' : (customer?.name ?? 'the customer')
}
