import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatNextDay, formatTime } from '../../lib/time/time.ts'
import { advertisedTimes } from './advertised.ts'
import styles from './free-times.module.css'

interface FreeTimesProps {
  expert: FoundExpert
  zone: string
  now: number
}

/** When a session could begin: each time leads to itself on the expert's page. What has passed since it was read is no promise. */
export function FreeTimes({ expert, zone, now }: FreeTimesProps) {
  const times = advertisedTimes(expert, zone, now)
  if (times.length === 0) {
    const wasFree = expert.nextFreeAt !== null
    return (
      <p className={styles.none}>{wasFree ? 'See free times' : 'No free times at the moment'}</p>
    )
  }
  return (
    <ul aria-label={`Free times of ${expert.name}`} className={styles.times}>
      {times.map((at) => (
        <li key={at}>
          <Link to={paths.expertAt(expert.slug, at)} className={styles.time}>
            <time translate="no" dateTime={at}>
              <span className={styles.day}>{formatNextDay(at, zone, now)} </span>
              <span>{formatTime(at, zone)}</span>
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}
