import { useQuery } from '@tanstack/react-query'
import { StandingSessions } from '../booking/lists/standing-sessions.tsx'
import { sourcesQuery } from './queries.ts'

/** Sessions at which another calendar has something else. */
export function Clashes({ zone }: { zone: string }) {
  const { data } = useQuery(sourcesQuery)
  const clashes = data?.clashes ?? []
  return (
    <StandingSessions
      id="clashes"
      title={
        clashes.length === 1
          ? 'You have something else during one session'
          : `You have something else during ${clashes.length} sessions`
      }
      label="Sessions with something else at the same time"
      sessions={clashes.map(({ booking, calendar }) => {
        return { booking, note: `“${calendar}” is busy then` }
      })}
      zone={zone}
    />
  )
}
