import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Money } from '@expertconnect/contract/primitives'
import { cityOf } from '@expertconnect/contract/zone-city'
import { serverNow } from '../../lib/time/server-clock.ts'
import { formatMoney } from '../../lib/money.ts'
import { formatLongDay, formatSpan, formatThere } from '../../lib/time/time.ts'
import { offsetLabel } from '../../lib/time/zone.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { ClockNotes } from '../board/calendar/clock-notes.tsx'
import { cancelWordsOf } from './cancel-words.ts'
import styles from './summary.module.css'
import type { Wanted } from './hold/use-hold.ts'
import { spanOf } from '../board/slots/use-picker.ts'

/** What is about to be booked: with whom, when on both clocks, for how much, and until when it can be undone. */
export function Summary({
  expert,
  wanted,
  price: agreed,
  zone,
}: {
  expert: Expert
  wanted: Wanted
  price: Money
  zone: string
}) {
  const { startsAt, endsAt } = spanOf(wanted.startsAt, wanted.minutes)
  const start = Date.parse(startsAt)
  const there = formatThere(startsAt, zone, expert.timeZone)
  const price = formatMoney(agreed)
  return (
    <section className={styles.summary} aria-label="What you are booking">
      <div className={styles.who}>
        <Avatar
          name={expert.name}
          photoUrl={expert.photoUrl}
          category={expert.category.slug}
          size={44}
        />
        <p>
          <strong>{expert.name}</strong>
          <span className={styles.minor}>
            {wanted.minutes} minutes by video · {price}
          </span>
        </p>
      </div>
      <p>
        <strong translate="no">{formatLongDay(startsAt, zone)}</strong>
        <span>
          <strong translate="no" className="tabular">
            {formatSpan(startsAt, endsAt, zone)}
          </strong>{' '}
          <span className={styles.zone}>
            {cityOf(zone)} ({offsetLabel(zone, start)})
          </span>
        </span>
        {there !== null && <span className={styles.minor}>{there}</span>}
      </p>
      <ClockNotes zones={[zone, expert.timeZone]} at={startsAt} />
      <p className={styles.minor}>
        {cancelWordsOf(startsAt, expert.policy, zone, serverNow())} Nothing is charged here: you
        settle the {price} with {expert.name}.
      </p>
    </section>
  )
}
