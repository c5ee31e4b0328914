import type { Call } from '@expertconnect/contract/calls/shapes'
import { cityOf } from '@expertconnect/contract/zone-city'
import { formatLongDay, formatSpan, visitorZone } from '../../../lib/time/time.ts'
import { offsetLabel } from '../../../lib/time/zone.ts'
import { Avatar } from '../../../ui/display/avatar.tsx'
import styles from './lobby-head.module.css'

/** With whom, and when, on the clock of who looks. */
export function LobbyHead({ call }: { call: Call }) {
  const { startsAt, endsAt, other } = call
  const zone = visitorZone()
  return (
    <header className={styles.head}>
      <Avatar
        name={other.name}
        photoUrl={call.role === 'customer' ? call.expert.photoUrl : null}
        size={64}
        eager
      />
      <div>
        <h1>
          Session with <span className={styles.name}>{other.name}</span>
        </h1>
        <p className={styles.when}>
          <span>{formatLongDay(startsAt, zone)}</span>
          <time translate="no" dateTime={startsAt}>
            {formatSpan(startsAt, endsAt, zone)}
          </time>
          <span className={styles.zone}>
            {cityOf(zone)} ({offsetLabel(zone, Date.parse(startsAt))})
          </span>
        </p>
      </div>
    </header>
  )
}
