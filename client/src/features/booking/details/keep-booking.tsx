import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { BookmarkPlus, UserRoundCheck } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { CustomersLink } from '../facts/own-link.tsx'
import { Part } from '../facts/part.tsx'
import { rememberBooking, useLocalBookings } from '../local/local-bookings.ts'
import { useIsMine } from '../local/use-is-mine.ts'
import styles from './keep-booking.module.css'

export interface KeepBookingProps {
  booking: Booking
  token: string
}

/** The way back to it: by itself for who is signed in with its address, by the private link for everybody else. */
export function KeepBooking({ booking, token }: KeepBookingProps) {
  const listed = useLocalBookings().some(({ id }) => id === booking.id)
  const isMine = useIsMine(booking)
  return (
    <Panel className={styles.card}>
      {isMine === true || token === '' ? (
        <Part id="kept" icon={UserRoundCheck} title="It is in My bookings">
          <p>
            You are signed in with the address it was booked with. You’ll find it in any browser you
            sign in to, so there is no link to keep.
          </p>
          <Link to={paths.bookings}>My bookings</Link>
        </Part>
      ) : isMine === null ? (
        <Skeleton height="11rem" radius={16} />
      ) : (
        <>
          <CustomersLink id={booking.id} token={token} email={booking.customer?.email} />
          {listed ? (
            <Link to={paths.bookings}>My bookings in this browser</Link>
          ) : (
            <Button
              icon={<BookmarkPlus size={18} aria-hidden />}
              onClick={() => rememberBooking(booking, token)}
            >
              Keep in My bookings here
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}
