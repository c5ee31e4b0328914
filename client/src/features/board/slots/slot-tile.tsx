import { Check } from 'lucide-react'
import { minutesAndSeconds, useCountdown } from '../../../lib/time/server-clock.ts'
import { formatTime } from '../../../lib/time/time.ts'
import type { SlotView } from '../feed/board-view.ts'
import styles from './slot-tile.module.css'

export interface SlotTileProps {
  slot: SlotView
  zone: string
  selected: boolean
  /** The one tile that Tab stops at. */
  stop: boolean
  /** What a slot of one's own is called: `held for you`, or `booked by you` while it is being moved. */
  ownLabel: string
  onSelect: () => void
}

/** One start. Its state shows in shape, text and colour, and stands in its name. */
export function SlotTile({ slot, zone, selected, stop, ownLabel, onSelect }: SlotTileProps) {
  const { startsAt, endsAt, state, expiresAt } = slot
  const time = formatTime(startsAt, zone)
  const pickable = state === 'free' || state === 'elsewhere'
  return (
    <button
      type="button"
      data-slot={startsAt}
      data-state={selected && pickable ? 'selected' : state}
      tabIndex={stop ? 0 : -1}
      aria-disabled={!pickable}
      aria-pressed={selected}
      aria-label={`${time} to ${formatTime(endsAt, zone)}${spoken(state, ownLabel)}`}
      title={`${time} – ${formatTime(endsAt, zone)}`}
      className={styles.tile}
      onClick={() => pickable && onSelect()}
    >
      <span translate="no" className={styles.time}>
        {time}
      </span>
      {selected && pickable && (
        <Check size={14} aria-hidden strokeWidth={3} className={styles.check} />
      )}
      {state === 'held' && (
        <span className={styles.note}>held {expiresAt && <Countdown until={expiresAt} />}</span>
      )}
      {state === 'taken' && <span className={styles.note}>taken</span>}
      {state === 'closed' && <span className={styles.note}>too soon now</span>}
      {state === 'yours' && <span className={styles.note}>{ownLabel}</span>}
      {state === 'elsewhere' && <span className={styles.note}>yours, other tab</span>}
    </button>
  )
}

/** The time that is left, ticking. Silent: whoever hears the page is told at a few moments, not each second. */
function Countdown({ until }: { until: string }) {
  return <span aria-hidden>{minutesAndSeconds(useCountdown(until))}</span>
}

function spoken(state: SlotView['state'], ownLabel: string): string {
  switch (state) {
    case 'free':
      return ''
    case 'held':
      return ', held by someone else for a few minutes'
    case 'taken':
      return ', taken'
    case 'closed':
      return ', too soon to book now'
    case 'yours':
      return `, ${ownLabel}`
    case 'elsewhere':
      return ', held by you in another tab'
  }
}
