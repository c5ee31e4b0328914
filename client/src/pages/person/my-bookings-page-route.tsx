import { MyBookings } from './my-bookings-page.tsx'

export function MyBookingsPage() {
  return <MyBookings />
}
