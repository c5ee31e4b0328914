import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { type CSSProperties, type MouseEvent, useEffect, useState } from 'react'
import { Video } from 'lucide-react'
import { Link } from 'react-router'
import { serverNow, useNow } from '../../../lib/time/server-clock.ts'
import { paths } from '../../../lib/paths.ts'
import { formatPlainDay, formatTime } from '../../../lib/time/time.ts'
import { cx } from '../../../ui/style/cx.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { presenceWords, waitingSince } from '../../booking/facts/presence-words.ts'
import { isRoomOpen, roomOf } from '../../booking/facts/room-times.ts'
import { openText } from '../../more-time/more-time-words.ts'
import { clockOf } from '../draft/clock.ts'
import {
  type BusyStretch,
  type DayOfWeek,
  instantAt,
  shownHours,
  type Stretch,
  stretchOf,
  wallMinutes,
} from '../draft/week.ts'
import styles from './week-grid.module.css'
import type { Asked } from '../why/why-dialog.tsx'

export interface WeekGridProps {
  days: readonly DayOfWeek[]
  zone: string
  today: string
  /** Those of another week, until this one's are there. */
  outdated: boolean
  onAsk: (asked: Asked) => void
}

/** The week on a grid of hours. On a phone, and to a screen reader, it is a list of days. */
export function WeekGrid({ days, zone, today, outdated, onAsk }: WeekGridProps) {
  const shown = shownHours(days, zone)
  const hours = Array.from(
    { length: (shown.to - shown.from) / 60 },
    (_, at) => shown.from + at * 60,
  )
  const height = { '--from': shown.from, '--length': shown.to - shown.from } as CSSProperties
  const date = days[0]?.date ?? today
  const now = useNow(20_000)
  return (
    <Panel padding="none" className={styles.week} style={height} aria-busy={outdated || undefined}>
      <div className={styles.axis} aria-hidden>
        {hours.map((minutes) => (
          <span key={minutes} style={place({ from: minutes, to: minutes })}>
            {formatTime(instantAt(date, minutes, 'UTC'), 'UTC')}
          </span>
        ))}
      </div>
      {days.map((day) => (
        <Day
          key={day.date}
          day={day}
          zone={zone}
          today={day.date === today}
          shown={shown}
          now={now}
          onAsk={onAsk}
        />
      ))}
    </Panel>
  )
}

interface DayProps {
  day: DayOfWeek
  zone: string
  today: boolean
  shown: Stretch
  now: number
  onAsk: (asked: Asked) => void
}

function Day({ day: { date, hours, bookings, busy }, zone, today, shown, now, onAsk }: DayProps) {
  function ask(event: MouseEvent<HTMLButtonElement>) {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    // Pressed without a pointer it is not about a certain time.
    if (event.detail === 0 || height === 0) return onAsk({ date })
    const part = (event.clientY - top) / height
    const minutes = shown.from + part * (shown.to - shown.from)
    onAsk({ date, minutes: Math.min(1425, Math.floor(minutes / 15) * 15) })
  }
  return (
    <section className={cx(styles.day, today && styles.today)} aria-label={formatPlainDay(date)}>
      <h3 className={styles.date}>
        {formatPlainDay(date)}
        {today && <VisuallyHidden>, today</VisuallyHidden>}
      </h3>
      <div className={styles.column}>
        <p className={styles.worked}>
          {hours.length === 0
            ? 'Off'
            : hours.map(({ from, to }) => `${clockOf(from)} – ${clockOf(to)}`).join(', ')}
        </p>
        {hours.map((stretch) => (
          <span key={stretch.from} aria-hidden className={styles.hours} style={place(stretch)} />
        ))}
        <button
          type="button"
          tabIndex={-1}
          className={styles.empty}
          aria-label={`Why is a time on ${formatPlainDay(date)} not bookable?`}
          onClick={ask}
        />
        <BusyList date={date} busy={busy} shown={shown} />
        {bookings.length > 0 && (
          <ul className={styles.bookings} aria-label={`Sessions on ${formatPlainDay(date)}`}>
            {bookings.map((booking) => (
              <Booked key={booking.id} booking={booking} zone={zone} now={now} />
            ))}
          </ul>
        )}
        {today && <NowLine zone={zone} shown={shown} />}
      </div>
    </section>
  )
}

interface BusyListProps {
  date: string
  busy: readonly BusyStretch[]
  shown: Stretch
}

/** What other calendars have on a day. On the grid it is drawn behind the sessions, as far as the grid reaches. */
function BusyList({ date, busy, shown }: BusyListProps) {
  if (busy.length === 0) return null
  return (
    <ul className={styles.busy} aria-label={`Busy elsewhere on ${formatPlainDay(date)}`}>
      {busy.map(({ from, to, calendar, blocks }) => (
        <li
          key={`${from} ${to} ${calendar}`}
          data-blocks={blocks}
          data-beyond={to <= shown.from || from >= shown.to || undefined}
          style={place({ from: Math.max(from, shown.from), to: Math.min(to, shown.to) })}
        >
          <span className="tabular">
            {from === 0 && to === 1440 ? 'All day' : `${clockOf(from)} – ${clockOf(to)}`}
          </span>{' '}
          <strong translate="no">{calendar}</strong>
          {!blocks && <em>, can be booked</em>}
        </li>
      ))}
    </ul>
  )
}

interface BookedProps {
  booking: Booking
  zone: string
  now: number
}

function Booked({ booking, zone, now }: BookedProps) {
  const { id, status, startsAt, endsAt, customer } = booking
  const room = roomOf(booking)
  const isOpen = isRoomOpen(room, now)
  const inside = isOpen ? presenceWords(booking, 'expert') : null
  const waits = openText(booking.moreTime, 'expert')
  return (
    <li
      className={styles.booking}
      data-status={status}
      data-short={booking.minutes < 45 || undefined}
      data-room={
        isOpen ? (waitingSince(booking, 'expert') === null ? 'open' : 'waiting') : undefined
      }
      style={place(stretchOf(booking, zone))}
    >
      <Link to={paths.deskBooking(id)}>
        <span className="tabular">
          {formatTime(startsAt, zone)}
          <span className={styles.end}> – {formatTime(endsAt, zone)}</span>
        </span>
        <strong>{customer?.name ?? 'A customer'}</strong>
        {status === 'cancelled' && <em>Cancelled</em>}
        {booking.proposal && <em>Another time is proposed</em>}
        {waits && <em>{waits.text}</em>}
        {inside !== null && <em className={styles.inside}>{inside}</em>}
      </Link>
      {isOpen && (
        <a
          href={room.path}
          className={styles.join}
          title={inside ?? 'The room is open'}
          aria-label={`Join session with ${customer?.name ?? 'the customer'}`}
        >
          <Video size={14} aria-hidden />
          <span>Join session</span>
        </a>
      )}
    </li>
  )
}

function NowLine({ zone, shown }: { zone: string; shown: Stretch }) {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 60_000)
    return () => clearInterval(timer)
  }, [])
  const at = wallMinutes(new Date(now).toISOString(), zone)
  if (at < shown.from || at > shown.to) return null
  return <span aria-hidden className={styles.now} style={place({ from: at, to: at })} />
}

function place({ from, to }: Stretch): CSSProperties {
  return { '--at': from, '--minutes': to - from } as CSSProperties
}
