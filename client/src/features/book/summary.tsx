import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Money } from '@expertconnect/contract/primitives'
import { serverNow } from '../../lib/time/server-clock.ts'
import { formatMoney } from '../../lib/money.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { ClockNotes } from '../board/calendar/clock-notes.tsx'
import { cancelWordsOf } from './cancel-words.ts'
import styles from './summary.module.css'
import { SlotTimes } from '../board/slots/slot-times.tsx'
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
      <SlotTimes startsAt={startsAt} endsAt={endsAt} zone={zone} otherZone={expert.timeZone} />
      <ClockNotes zones={[zone, expert.timeZone]} at={startsAt} />
      <p className={styles.minor}>
        {cancelWordsOf(startsAt, expert.policy, zone, serverNow())} Nothing is charged here: you
        settle the {price} with {expert.name}.
      </p>
    </section>
  )
}
