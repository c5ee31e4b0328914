import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { Panel } from '../../../ui/display/panel.tsx'
import styles from './conflicts.module.css'
import { conflictsQuery } from '../queries.ts'
import { DeskRows } from '../../booking/lists/desk-rows.tsx'

/** Booked sessions that the hours as they are would not offer any more. They stand. */
export function Conflicts({ zone }: { zone: string }) {
  const { data } = useQuery(conflictsQuery)
  if (!data || data.length === 0) return null
  const reasons = new Map(data.map(({ booking, reason }) => [booking.id, reason]))
  return (
    <Panel as="section" className={styles.part} aria-labelledby="conflicts">
      <h2 id="conflicts" className={styles.conflicts}>
        <TriangleAlert size={20} aria-hidden />
        {data.length === 1
          ? 'One session is outside your hours'
          : `${data.length} sessions are outside your hours`}
      </h2>
      <p className={styles.minor}>
        They were booked before, and stay until you or the customer change them. Open one to propose
        another time or to cancel it.
      </p>
      <DeskRows
        label="Sessions outside your hours"
        bookings={data.map(({ booking }) => booking)}
        zone={zone}
        days
        note={({ id }) => reasons.get(id)}
      />
    </Panel>
  )
}
