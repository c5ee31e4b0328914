import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarDays, Hash, MessageSquareText, UserRound, Wallet } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatMoney } from '../../money.ts'
import { formatLongDay, formatSpan, formatThere } from '../../time.ts'
import { cityOf, offsetLabel } from '../../time-zone.ts'
import styles from './booking-facts.module.css'

/** When, for how much, who and what about. */
export function BookingFacts({ booking, zone }: { booking: Booking; zone: string }) {
  const { startsAt, endsAt, minutes, price, expert, customer, topic } = booking
  const there = formatThere(startsAt, zone, expert.timeZone)
  const off = booking.status === 'cancelled'
  return (
    <dl className={styles.facts}>
      <Fact icon={CalendarDays} name="When">
        <span className={off ? styles.off : styles.when}>
          <strong>{formatLongDay(startsAt, zone)}</strong>
          <strong className="tabular">{formatSpan(startsAt, endsAt, zone)}</strong>
        </span>
        <span className={styles.minor}>
          {cityOf(zone)} ({offsetLabel(zone, Date.parse(startsAt))})
          {there !== null && ` · ${there}`}
        </span>
      </Fact>
      <Fact icon={Wallet} name="Price">
        <span>
          {formatMoney(price)} for {minutes} minutes
        </span>
        <span className={styles.minor}>
          Nothing is charged here: you settle with {expert.name}.
        </span>
      </Fact>
      {customer && (
        <Fact icon={UserRound} name="Booked by">
          <span>{customer.name}</span>
          <span className={styles.minor}>
            {[customer.email, customer.phone].filter(Boolean).join(' · ')}
          </span>
        </Fact>
      )}
      {topic !== undefined && (
        <Fact icon={MessageSquareText} name="Topic">
          <span className={styles.topic}>{topic}</span>
        </Fact>
      )}
      <Fact icon={Hash} name="Reference">
        <span className={styles.code}>{referenceOf(booking.id)}</span>
      </Fact>
    </dl>
  )
}

/** A part of the id that can be read out: `JNPF-NCFK`. */
function referenceOf(id: string): string {
  const letters = id.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`
}

function Fact({
  icon: Icon,
  name,
  children,
}: {
  icon: LucideIcon
  name: string
  children: ReactNode
}) {
  return (
    <div className={styles.fact}>
      <dt>
        <Icon size={18} aria-hidden />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
