import { cityOf } from '@expertconnect/contract/zone-city'
import { formatLongDay, formatSpan, formatThere } from '../../../lib/time/time.ts'
import { offsetLabel } from '../../../lib/time/zone.ts'
import styles from './slot-times.module.css'

export interface SlotTimesProps {
  startsAt: string
  endsAt: string
  zone: string
  /** The other side's. */
  otherZone: string
}

/** A start on both clocks. */
export function SlotTimes({ startsAt, endsAt, zone, otherZone }: SlotTimesProps) {
  const there = formatThere(startsAt, zone, otherZone)
  return (
    <p className={styles.times}>
      <strong translate="no">{formatLongDay(startsAt, zone)}</strong>
      <span>
        <strong translate="no" className="tabular">
          {formatSpan(startsAt, endsAt, zone)}
        </strong>{' '}
        <span className={styles.minor}>
          {cityOf(zone)} ({offsetLabel(zone, Date.parse(startsAt))})
        </span>
      </span>
      {there !== null && <span className={styles.minor}>{there}</span>}
    </p>
  )
}
