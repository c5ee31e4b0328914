import { MyBookings } from '../features/bookings/my-bookings.tsx'

export function MyBookingsPage() {
  return <MyBookings />
}
