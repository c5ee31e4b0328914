import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { EyeOff, Pause, TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { conflictsQuery } from './queries.ts'
import styles from './warnings.module.css'

/** What keeps people from booking, and sessions that do not fit the hours any more. */
export function Warnings({ expert }: { expert: DeskExpert }) {
  const conflicts = useQuery(conflictsQuery).data?.length ?? 0
  if (expert.listed && !expert.paused && conflicts === 0) return null
  return (
    <div className={styles.warnings}>
      {!expert.listed && (
        <Notice
          role="status"
          icon={<EyeOff size={20} />}
          title="You are not listed yet, so nobody can book you"
        >
          <p>
            An administrator will look at your profile and list you; there is nothing you need to
            do. Until then, you can complete your <Link to={paths.deskProfile}>profile</Link> and
            your <Link to={paths.deskHours}>hours</Link>.
          </p>
        </Notice>
      )}
      {expert.paused && (
        <Notice role="status" icon={<Pause size={20} />} title="You are not taking new bookings">
          <p>Existing bookings stay. Switch it back on below whenever you like.</p>
        </Notice>
      )}
      {conflicts > 0 && (
        <Notice
          role="status"
          icon={<TriangleAlert size={20} />}
          title={
            conflicts === 1
              ? 'One session is outside your hours'
              : `${conflicts} sessions are outside your hours`
          }
        >
          <p>
            They stay until you or the customer change them.{' '}
            <Link to={`${paths.deskHours}#conflicts`}>See which</Link>
          </p>
        </Notice>
      )}
    </div>
  )
}
