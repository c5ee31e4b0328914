import { useQuery } from '@tanstack/react-query'
import { StandingSessions } from '../../booking/lists/standing-sessions.tsx'
import { conflictsQuery } from '../queries.ts'

/** Booked sessions that the hours as they are would not offer any more. */
export function Conflicts({ zone }: { zone: string }) {
  const { data = [] } = useQuery(conflictsQuery)
  return (
    <StandingSessions
      id="conflicts"
      title={
        data.length === 1
          ? 'One session is outside your hours'
          : `${data.length} sessions are outside your hours`
      }
      label="Sessions outside your hours"
      sessions={data.map(({ booking, reason }) => ({ booking, note: reason }))}
      zone={zone}
    />
  )
}
