import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarClock, Mail, Phone, Video } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import {
  formatDay,
  formatNextFree,
  formatSpan,
  formatThere,
  formatTime,
} from '../../../lib/time/time.ts'
import { minutesAndSeconds, useCountdown } from '../../../lib/time/server-clock.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { JoinLink } from '../facts/join-link.tsx'
import { presenceWords } from '../facts/presence-words.ts'
import { isRoomOpen, roomOf } from '../facts/room-times.ts'
import { mailLink } from '../../../lib/contact-links.ts'
import styles from './next-booking.module.css'

export interface NextBookingProps {
  booking: Booking
  zone: string
  now: number
}

/** The booking that comes first, or that runs now. */
export function NextBooking({ booking, zone, now }: NextBookingProps) {
  const { id, startsAt, endsAt, customer, topic, roomOpensAt, minutes } = booking
  const runs = Date.parse(startsAt) <= now
  const room = roomOf(booking)
  const isOpen = isRoomOpen(room, now)
  const there = formatThere(startsAt, zone, booking.timeZone)
  return (
    <Panel as="section" padding="l" className={styles.next} aria-labelledby="next">
      <div className={styles.head}>
        <div className={styles.words}>
          <p className={styles.kicker}>{runs ? 'Now' : 'Next session'}</p>
          <h2 id="next">{customer?.name ?? 'A customer'}</h2>
          <p className={styles.when}>
            {formatNextFree(startsAt, zone, now).replace(/ [\d:]+( [AP]M)?$/i, '')},{' '}
            {formatSpan(startsAt, endsAt, zone)} · {minutes} min
          </p>
        </div>
        <Countdown until={runs ? endsAt : startsAt} runs={runs} />
      </div>
      {topic !== undefined && topic !== '' && (
        <p className={styles.topic}>
          <VisuallyHidden>What it is about: </VisuallyHidden>
          {topic}
        </p>
      )}
      <ul className={styles.facts}>
        <li>
          <Video size={17} aria-hidden />
          <span>
            {isOpen
              ? (presenceWords(booking, 'expert') ?? 'The room is open')
              : `Room opens ${roomTime(roomOpensAt, startsAt, zone)}`}
          </span>
        </li>
        {there !== null && (
          <li>
            <CalendarClock size={17} aria-hidden />
            <span>{there} for them</span>
          </li>
        )}
        {customer && (
          <li>
            <Mail size={17} aria-hidden />
            <a href={mailLink(customer.email)}>{customer.email}</a>
          </li>
        )}
        {customer?.phone !== undefined && (
          <li>
            <Phone size={17} aria-hidden />
            <span>{customer.phone}</span>
          </li>
        )}
      </ul>
      <div className={styles.actions}>
        {isOpen && <JoinLink room={room} who={customer?.name ?? 'the customer'} size="m" />}
        <LinkButton variant={isOpen ? 'quiet' : 'primary'} to={paths.deskBooking(id)}>
          Open the session
        </LinkButton>
        {booking.allowedActions.includes('propose') && (
          <LinkButton to={paths.deskBooking(id)} state={{ action: 'propose' }}>
            Propose another time
          </LinkButton>
        )}
      </div>
    </Panel>
  )
}

function roomTime(opens: string, starts: string, zone: string): string {
  const time = formatTime(opens, zone)
  return formatDay(opens, zone) === formatDay(starts, zone)
    ? `at ${time}`
    : `${formatDay(opens, zone)}, ${time}`
}

/** Seconds in the last hour, minutes in the last day, else days. It is not read out at every tick. */
function Countdown({ until, runs }: { until: string; runs: boolean }) {
  const seconds = useCountdown(until)
  return (
    <p className={styles.countdown} role="timer" aria-live="off">
      <span>{runs ? 'ends in' : 'begins in'}</span>
      <strong>{countdownText(seconds)}</strong>
    </p>
  )
}

function countdownText(seconds: number): string {
  if (seconds < 3600) return minutesAndSeconds(seconds)
  const hours = Math.floor(seconds / 3600)
  if (hours < 24) return `${hours} h ${Math.floor((seconds % 3600) / 60)} min`
  const days = Math.floor(hours / 24)
  return days === 1 ? `1 day ${hours - 24} h` : `${days} days`
}
