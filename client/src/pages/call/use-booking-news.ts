import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { useEffect, useEffectEvent } from 'react'
import { watchBooking } from '../../server/live/watch-booking.ts'
import { watchMyBookings } from '../../server/live/watch-my-bookings.ts'
import { watchDesk } from '../../server/live/watch-desk.ts'

/**
 * Calls `onNews` when the booking was changed: moved or cancelled, it has another room, or none. For the customer also when
 * somebody came or left, here or in the session before, which the expert may be held up by.
 */
export function useBookingNews(
  id: string,
  token: string,
  role: CallRole,
  onNews: () => void,
): void {
  const news = useEffectEvent(onNews)
  useEffect(() => {
    if (token !== '') {
      let known: number | undefined
      return watchBooking(
        { id, token },
        (version) => {
          if (known !== undefined && version > known) news()
          known = version
        },
        role === 'customer' ? () => news() : undefined,
      )
    }
    const watch = role === 'expert' ? watchDesk : watchMyBookings
    return watch({
      ...(role === 'customer' && {
        came: (told) => {
          if (told.id === id) news()
        },
      }),
      watched: () => undefined,
      changed: (change) => {
        if (change.id === id) news()
      },
      doubted: () => news(),
      stale: () => undefined,
    })
  }, [id, token, role])
}
