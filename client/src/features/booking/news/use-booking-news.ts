import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { describeChange } from './describe-change.ts'

/** Says what others (or this person, elsewhere) changed while the page was open. */
export function useBookingNews(booking: Booking | undefined, zone: string) {
  const announce = useAnnounce()
  const seen = useRef<Booking | undefined>(undefined)
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = booking
    if (!before || !booking || before.id !== booking.id) return
    const news = describeChange(before, booking, zone)
    if (news === null) return
    setText(news)
    announce(news)
  }, [booking, zone, announce])
  return {
    text,
    own: (changed: Booking) => {
      seen.current = changed
      setText(null)
    },
  }
}
