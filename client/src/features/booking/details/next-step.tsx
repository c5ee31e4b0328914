import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarPlus, RotateCcw } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { saveDraft } from '../../book/contact/draft.ts'
import { CheckNote } from '../facts/check-note.tsx'
import { JoinLink } from '../facts/join-link.tsx'
import { presenceWords, sinceWords, waitingSince } from '../facts/presence-words.ts'
import { isRoomOpen, roomOf } from '../facts/room-times.ts'
import styles from './next-step.module.css'

const CalendarDialog = lazy(async () => ({
  default: (await import('../facts/calendar-dialog.tsx')).CalendarDialog,
}))

export interface NextStepProps {
  booking: Booking
  token: string
  zone: string
  /** The server's clock, epoch milliseconds. */
  now: number
}

/** What the customer does next: into the calendar, then into the room, and afterwards another one. */
export function NextStep({ booking, token, zone, now }: NextStepProps) {
  const room = roomOf(booking, token)
  if (isRoomOpen(room, now)) {
    const since = waitingSince(booking, 'customer')
    return (
      <div className={styles.step}>
        <h2>
          <span role="status">{presenceWords(booking, 'customer') ?? 'The room is open'}</span>
        </h2>
        <p>
          {since !== null && sinceWords(since, zone)}
          You meet {booking.expert.name} right here in the browser, with nothing to install.
        </p>
        <JoinLink room={room} who={booking.expert.name} size="l" />
        <p>It closes at {formatTime(new Date(room.closesAt).toISOString(), zone)}.</p>
      </div>
    )
  }
  if (booking.status !== 'booked' || now >= room.closesAt) return <BookAgain booking={booking} />
  return (
    <div className={styles.step}>
      <ToCalendar booking={booking} token={token} />
      <p>
        The video room opens <span translate="no">{formatDayTime(room.opensAt, zone)}</span>. You’ll
        join from here in your browser.
      </p>
      <p>
        <a href={room.path}>Test camera and connection</a>
      </p>
      <CheckNote bookingId={booking.id} zone={zone} />
    </div>
  )
}

function ToCalendar({ booking, token }: Pick<NextStepProps, 'booking' | 'token'>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="primary"
        size="l"
        block
        aria-haspopup="dialog"
        icon={<CalendarPlus size={20} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Add to calendar
      </Button>
      <Suspense>
        {open && <CalendarDialog booking={booking} token={token} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}

/** To the expert, with what was typed the last time in the form. */
function BookAgain({ booking: { expert, customer, topic = '' } }: { booking: Booking }) {
  const navigate = useNavigate()
  function bookAgain() {
    if (customer) saveDraft(expert.slug, { ...customer, phone: customer.phone ?? '', topic })
    void navigate(paths.expert(expert.slug))
  }
  return (
    <div className={styles.step}>
      <Button
        variant="primary"
        size="l"
        block
        icon={<RotateCcw size={18} aria-hidden />}
        onClick={bookAgain}
      >
        Book {expert.name} again
      </Button>
    </div>
  )
}
