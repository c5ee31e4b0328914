import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { Panel } from '../../ui/display/panel.tsx'
import { DeskRows } from '../booking/lists/desk-rows.tsx'
import styles from './clashes.module.css'
import { sourcesQuery } from './queries.ts'

/** Sessions at which another calendar has something else. They stand. */
export function Clashes({ zone }: { zone: string }) {
  const { data } = useQuery(sourcesQuery)
  const clashes = data?.clashes ?? []
  if (clashes.length === 0) return null
  const calendars = new Map(clashes.map(({ booking, calendar }) => [booking.id, calendar]))
  return (
    <Panel as="section" aria-labelledby="clashes">
      <h2 id="clashes" className={styles.title}>
        <TriangleAlert size={20} aria-hidden />
        {clashes.length === 1
          ? 'You have something else during one session'
          : `You have something else during ${clashes.length} sessions`}
      </h2>
      <p className={styles.minor}>
        They were booked before, and stay until you or the customer change them. Open one to propose
        another time or to cancel it.
      </p>
      <DeskRows
        label="Sessions with something else at the same time"
        bookings={clashes.map(({ booking }) => booking)}
        zone={zone}
        days
        note={({ id }) => `“${calendars.get(id) ?? ''}” is busy then`}
      />
    </Panel>
  )
}
