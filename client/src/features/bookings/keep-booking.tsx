import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { BookmarkPlus, UserRoundCheck } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './booking-page.module.css'
import { rememberBooking, useLocalBookings } from './local-bookings.ts'
import { PrivateLink } from './private-link.tsx'
import { useIsMine } from './use-is-mine.ts'

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
        <InAccount />
      ) : isMine === null ? (
        <Skeleton height="11rem" radius={16} />
      ) : (
        <>
          <PrivateLink
            link={location.origin + paths.booking(booking.id, token)}
            email={booking.customer?.email}
          />
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

function InAccount() {
  return (
    <section className={styles.block} aria-labelledby="kept">
      <h2 id="kept" className={styles.heading}>
        <UserRoundCheck size={20} aria-hidden />
        It is in My bookings
      </h2>
      <p className={styles.minor}>
        You are signed in with the address that it was booked with. You find it in every browser in
        which you sign in, and there is no link to keep.
      </p>
      <Link to={paths.bookings}>My bookings</Link>
    </section>
  )
}
