import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import styles from './cancelled-by.module.css'

/** Who cancelled it, and why, in their own words. */
export function CancelledBy({ booking, viewer }: { booking: Booking; viewer: Party }) {
  const { cancelReason = '' } = booking
  const reason = cancelReason === '' ? '' : `“${cancelReason}”`
  if (viewer === 'expert') {
    return (
      <p className={styles.cancelled}>
        {toExpert(booking)} {reason}
      </p>
    )
  }
  const who = toCustomer(booking)
  return <p>{reason === '' ? `Cancelled by ${who}.` : `Cancelled by ${who}: ${reason}`}</p>
}

function toExpert({ cancelledBy, customer }: Booking): string {
  if (cancelledBy === 'expert') return 'You cancelled this session.'
  if (cancelledBy === 'admin') return 'An administrator cancelled this session.'
  return `${customer?.name ?? 'The customer'} cancelled this session.`
}

function toCustomer({ cancelledBy, expert, customer, seenAs }: Booking): string {
  if (cancelledBy === 'admin') return 'the people who run this site'
  if (cancelledBy === 'expert') return expert.name
  return seenAs === 'customer' ? 'you' : (customer?.name ?? 'the customer')
}
