import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarDays, Mail, MessageSquareText, Phone, Wallet } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatMoney } from '../../money.ts'
import { formatLongDay, formatSpan, formatThere } from '../../time.ts'
import { cityOf, offsetLabel } from '../../time-zone.ts'
import styles from './session.module.css'

/** When, on both clocks, who, what about and for how much. */
export function SessionFacts({ booking, zone }: { booking: Booking; zone: string }) {
  const { startsAt, endsAt, minutes, price, customer, topic } = booking
  const there = formatThere(startsAt, zone, booking.timeZone)
  return (
    <dl className={styles.facts}>
      <Fact icon={CalendarDays} name="When">
        <span>{formatLongDay(startsAt, zone)}</span>
        <strong>{formatSpan(startsAt, endsAt, zone)}</strong>
        <span className={styles.minor}>
          {cityOf(zone)} ({offsetLabel(zone, Date.parse(startsAt))})
          {there !== null && ` · for the customer ${there}`}
        </span>
      </Fact>
      <Fact icon={MessageSquareText} name="Topic">
        <span className={styles.topic}>
          {topic === undefined || topic === '' ? 'Nothing was written' : topic}
        </span>
      </Fact>
      {customer && (
        <Fact icon={Mail} name="E-mail">
          <a href={`mailto:${customer.email}`}>{customer.email}</a>
        </Fact>
      )}
      {customer?.phone !== undefined && (
        <Fact icon={Phone} name="Phone">
          <a href={`tel:${customer.phone.replaceAll(/[^+\d]/g, '')}`}>{customer.phone}</a>
        </Fact>
      )}
      <Fact icon={Wallet} name="Price">
        <span>
          {formatMoney(price)} for {minutes} minutes
        </span>
        <span className={styles.minor}>You settle it with the customer.</span>
      </Fact>
    </dl>
  )
}

interface FactProps {
  icon: LucideIcon
  name: string
  children: ReactNode
}

function Fact({ icon: Icon, name, children }: FactProps) {
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
