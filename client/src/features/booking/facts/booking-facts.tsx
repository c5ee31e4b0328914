import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import { cityOf } from '@expertconnect/contract/zone-city'
import {
  CalendarDays,
  CalendarX2,
  GraduationCap,
  Hash,
  Mail,
  MessageSquareText,
  Phone as PhoneIcon,
  UserRound,
  Wallet,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatMoney } from '../../../lib/money.ts'
import { paths } from '../../../lib/paths.ts'
import { formatDayTime, formatLongDay, formatSpan, formatThere } from '../../../lib/time/time.ts'
import { offsetLabel } from '../../../lib/time/zone.ts'
import { callLink, mailLink } from '../../../lib/contact-links.ts'
import styles from './booking-facts.module.css'
import { Fact } from './fact.tsx'

export interface BookingFactsProps {
  booking: Booking
  /** The zone that times are told in. */
  zone: string
  viewer: Party
}

/** What each side is told, in its order. */
const told: Readonly<
  Record<Party, Readonly<Record<string, (props: BookingFactsProps) => ReactNode>>>
> = {
  // The times of the customer stand on their ticket.
  customer: { Price, BookedBy, Topic },
  expert: { When, Topic, Email, Phone, Price },
  admin: { When, Cancelled, Expert, Customer, Topic, Price, Booked },
}

/** When, who, what about and for how much: as much of it as concerns the side that looks. */
export function BookingFacts(props: BookingFactsProps) {
  return (
    <dl>
      {Object.entries(told[props.viewer]).map(([name, Part]) => (
        <Part key={name} {...props} />
      ))}
    </dl>
  )
}

function When({ booking, zone, viewer }: BookingFactsProps) {
  const { startsAt, endsAt, status, expert } = booking
  const isExpert = viewer === 'expert'
  const there = formatThere(startsAt, zone, isExpert ? booking.timeZone : expert.timeZone)
  return (
    <Fact icon={CalendarDays} name="When">
      <span className={status === 'cancelled' ? styles.off : styles.when}>
        <strong translate="no">{formatLongDay(startsAt, zone)}</strong>
        <strong translate="no" className="tabular">
          {formatSpan(startsAt, endsAt, zone)}
        </strong>
      </span>
      <span className={styles.minor}>
        {cityOf(zone)} ({offsetLabel(zone, Date.parse(startsAt))})
        {there !== null && ` · ${isExpert ? 'for the customer ' : ''}${there}`}
      </span>
    </Fact>
  )
}

const settled: Readonly<Record<Party, (expert: string) => string>> = {
  customer: (expert) => `Nothing is charged here: you settle with ${expert}.`,
  expert: () => 'You settle it with the customer.',
  admin: () => '',
}

function Price({ booking: { price, minutes, expert }, viewer }: BookingFactsProps) {
  const note = settled[viewer](expert.name)
  return (
    <Fact icon={Wallet} name="Price">
      <span>
        {formatMoney(price)} for {minutes} minutes
      </span>
      {note !== '' && <span className={styles.minor}>{note}</span>}
    </Fact>
  )
}

function Topic({ booking: { topic = '' }, viewer }: BookingFactsProps) {
  if (topic === '' && viewer !== 'expert') return null
  return (
    <Fact icon={MessageSquareText} name="Topic">
      <span className={styles.topic}>{topic === '' ? 'No topic was given' : topic}</span>
    </Fact>
  )
}

/** For the customer: what was typed, so that a mistake is seen. */
function BookedBy({ booking: { customer } }: BookingFactsProps) {
  if (!customer) return null
  return (
    <Fact icon={UserRound} name="Booked by">
      <span>{customer.name}</span>
      <span className={styles.minor}>
        {[customer.email, customer.phone].filter(Boolean).join(' · ')}
      </span>
    </Fact>
  )
}

function Email({ booking: { customer } }: BookingFactsProps) {
  if (!customer) return null
  return (
    <Fact icon={Mail} name="E-mail">
      <a href={mailLink(customer.email)}>{customer.email}</a>
    </Fact>
  )
}

function Phone({ booking: { customer } }: BookingFactsProps) {
  if (customer?.phone === undefined) return null
  return (
    <Fact icon={PhoneIcon} name="Phone">
      <a href={callLink(customer.phone)}>{customer.phone}</a>
    </Fact>
  )
}

const parties = { customer: 'the customer', expert: 'the expert', admin: 'an administrator' }

function Cancelled({ booking: { status, cancelledBy, cancelReason } }: BookingFactsProps) {
  if (status !== 'cancelled') return null
  return (
    <Fact icon={CalendarX2} name="Cancelled">
      <span>{cancelledBy ? `By ${parties[cancelledBy]}` : 'Cancelled'}</span>
      {cancelReason !== undefined && <span className={styles.topic}>{cancelReason}</span>}
    </Fact>
  )
}

function Expert({ booking: { expert } }: BookingFactsProps) {
  return (
    <Fact icon={GraduationCap} name="Expert">
      <Link to={paths.adminExperts(expert.name)}>{expert.name}</Link>
      <span className={styles.minor}>{expert.headline}</span>
    </Fact>
  )
}

function Customer({ booking: { customer } }: BookingFactsProps) {
  return (
    <Fact icon={UserRound} name="Customer">
      {customer ? (
        <>
          <span>{customer.name}</span>
          <a href={mailLink(customer.email)}>{customer.email}</a>
          {customer.phone !== undefined && <span>{customer.phone}</span>}
        </>
      ) : (
        <span>No longer known</span>
      )}
    </Fact>
  )
}

function Booked({ booking, zone }: BookingFactsProps) {
  return (
    <Fact icon={Hash} name="Booked">
      <span>{formatDayTime(booking.createdAt, zone)}</span>
      <span className={styles.code}>{booking.id}</span>
    </Fact>
  )
}
