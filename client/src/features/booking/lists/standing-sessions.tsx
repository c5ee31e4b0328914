import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { TriangleAlert } from 'lucide-react'
import { Panel } from '../../../ui/display/panel.tsx'
import { DeskRows } from './desk-rows.tsx'
import styles from './standing-sessions.module.css'

export interface StandingSessionsProps {
  /** Where links lead to. */
  id: string
  title: string
  label: string
  /** Each with what speaks against it. */
  sessions: readonly { readonly booking: Booking; readonly note: string }[]
  zone: string
}

/** Sessions that could not be booked as things are now. They stand; nothing is shown where there are none. */
export function StandingSessions({ id, title, label, sessions, zone }: StandingSessionsProps) {
  if (sessions.length === 0) return null
  const notes = new Map(sessions.map(({ booking, note }) => [booking.id, note]))
  return (
    <Panel as="section" className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <TriangleAlert size={20} aria-hidden />
        {title}
      </h2>
      <p className={styles.minor}>
        They were booked before, and stay until you or the customer change them. Open one to propose
        another time or to cancel it.
      </p>
      <DeskRows
        label={label}
        bookings={sessions.map(({ booking }) => booking)}
        zone={zone}
        days
        note={(booking) => notes.get(booking.id)}
      />
    </Panel>
  )
}
