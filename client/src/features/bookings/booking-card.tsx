import { ChevronRight, Trash2, Video } from 'lucide-react'
import { Link } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { paths } from '../../paths.ts'
import { formatDay, formatDayTime, formatSpan, formatTime, visitorZone } from '../../time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './booking-card.module.css'
import { BookingBadge } from './booking-head.tsx'
import type { LocalBooking } from './local-bookings.ts'
import { statusNow } from './tabs.ts'
import { useLiveBooking } from './use-live-booking.ts'

export interface BookingCardProps {
  entry: LocalBooking
  now: number
  onRemove: () => void
}

/** One booking of this browser: shown from what is remembered, and refreshed from the server as it changes. */
export function BookingCard({ entry, now, onRemove }: BookingCardProps) {
  const { id, token, expertName } = entry
  const query = useLiveBooking(id, token)
  const zone = visitorZone()
  const status = statusNow(entry, now)
  const dead = query.isError && problemOf(query.error).status === 404
  const opens = query.data?.roomOpensAt
  return (
    <Card as="li" className={styles.card}>
      <Avatar name={expertName} photoUrl={entry.photoUrl} size={56} />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link to={paths.booking(id, token)} className={styles.link}>
            {expertName}
          </Link>
        </h2>
        <p className={status === 'cancelled' ? styles.off : styles.when}>
          {formatDay(entry.startsAt, zone)}, {formatSpan(entry.startsAt, entry.endsAt, zone)}
        </p>
        <div className={styles.states}>
          <BookingBadge status={status} />
          {status === 'booked' && opens !== undefined && (
            <p className={styles.room}>
              <Video size={16} aria-hidden />
              {roomText(opens, entry.startsAt, zone, now)}
            </p>
          )}
        </div>
        {dead && (
          <p className={styles.fault}>
            This link no longer opens it: a newer one was made when its address was corrected.
          </p>
        )}
        {query.isError && !dead && (
          <p className={styles.fault}>Could not be refreshed: this is what was last known.</p>
        )}
      </div>
      <IconButton
        label={`Remove the session with ${expertName} on ${formatDayTime(entry.startsAt, zone)} from this browser`}
        icon={<Trash2 size={18} aria-hidden />}
        className={styles.remove}
        onClick={onRemove}
      />
      <ChevronRight size={20} aria-hidden className={styles.arrow} />
    </Card>
  )
}

function roomText(opens: string, startsAt: string, zone: string, now: number): string {
  if (Date.parse(opens) <= now) return 'It is time; joining comes with a later release'
  const sameDay = formatDay(opens, zone) === formatDay(startsAt, zone)
  return `Room opens ${sameDay ? formatTime(opens, zone) : formatDayTime(opens, zone)}`
}
