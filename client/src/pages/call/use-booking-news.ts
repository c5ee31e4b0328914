import { useEffect, useEffectEvent } from 'react'
import { watchBooking } from '../../server/live/watch-booking.ts'
import { watchMyBookings } from '../../server/live/watch-my-bookings.ts'
import { watchDesk } from '../../server/live/watch-desk.ts'

/** Calls `onNews` when the booking was changed: moved or cancelled, it has another room, or none. */
export function useBookingNews(
  id: string,
  token: string,
  isExpert: boolean,
  onNews: () => void,
): void {
  const news = useEffectEvent(onNews)
  useEffect(() => {
    if (token !== '') {
      let known: number | undefined
      return watchBooking({ id, token }, (version) => {
        if (known !== undefined && version > known) news()
        known = version
      })
    }
    const watch = isExpert ? watchDesk : watchMyBookings
    return watch({
      watched: () => undefined,
      changed: (change) => {
        if (change.id === id) news()
      },
      doubted: () => news(),
      stale: () => undefined,
    })
  }, [id, token, isExpert])
}
