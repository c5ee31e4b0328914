import { ArrowRight, Video } from 'lucide-react'
import { formatMoney, priceOf } from '../../lib/money.ts'
import { formatDayTime, formatTime } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import type { SlotView } from '../board/feed/board-view.ts'
import { SlotTimes } from '../board/slots/slot-times.tsx'
import { type Picker, spanOf } from '../board/slots/use-picker.ts'
import styles from './book-bar.module.css'
import { cancelWordsOf } from './cancel-words.ts'
import type { OwnHold } from './hold/own-holds.ts'
import type { HoldControl } from './hold/use-hold.ts'

export interface BookBarProps {
  picker: Picker
  hold: HoldControl
  onBook: (startsAt: string) => void
  /** Goes on with what another tab holds. */
  onTakeOver: (own: OwnHold) => void
}

/** The second of the two steps: what was chosen, with all that follows from it, and the button that holds it. */
export function BookBar({ picker, hold, onBook, onTakeOver }: BookBarProps) {
  const { zone, selected, selectedNow } = picker
  const own = hold.elsewhere.find((each) => each.hold.id === selectedNow?.record)
  const lost = selected === null || own ? null : whyNot(selectedNow, selected, zone)
  return (
    <div className={styles.bar} data-selected={selected !== null}>
      <div role="status" className={styles.status}>
        {selected === null && (
          <p className={styles.hint}>
            Press a time to see it on both clocks, with its price and how long you can still cancel.
          </p>
        )}
        {selected !== null && <Chosen key={selected} picker={picker} startsAt={selected} />}
        {own && <p className={styles.note}>You are holding this in another tab.</p>}
        {lost !== null && <p className={styles.note}>{lost}</p>}
      </div>
      {selected === null ? (
        <Button size="l" block disabled>
          Choose a time
        </Button>
      ) : own ? (
        <div className={styles.own}>
          <Button
            size="l"
            variant="primary"
            icon={<ArrowRight size={20} aria-hidden />}
            onClick={() => onTakeOver(own)}
          >
            Continue here
          </Button>
          <Button size="l" onClick={() => hold.releaseElsewhere(own)}>
            Let it go
          </Button>
        </div>
      ) : (
        <Button
          size="l"
          block
          variant={lost === null ? 'primary' : 'quiet'}
          busy={hold.asking}
          disabled={lost !== null}
          icon={<Video size={20} aria-hidden />}
          onClick={() => onBook(selected)}
        >
          Book <span translate="no">{formatDayTime(selected, zone)}</span>
        </Button>
      )}
    </div>
  )
}

/** What a press on a tile has chosen: on both clocks, for how much, and until when it can be undone. */
function Chosen({ picker, startsAt }: { picker: Picker; startsAt: string }) {
  const { expert, zone, minutes, calendar } = picker
  const { endsAt } = spanOf(startsAt, minutes)
  return (
    <div className={styles.chosen}>
      <SlotTimes startsAt={startsAt} endsAt={endsAt} zone={zone} otherZone={expert.timeZone} />
      <p className={styles.price}>
        <strong>{formatMoney(priceOf(expert.hourlyRate, minutes))}</strong>
        <span>{minutes} min</span>
      </p>
      <p className={styles.terms}>
        {cancelWordsOf(startsAt, expert.policy, zone, calendar.board.context.now)}
      </p>
    </div>
  )
}

/** What happened to the chosen slot since it was chosen. */
function whyNot(slot: SlotView | null, startsAt: string, zone: string): string | null {
  const time = formatTime(startsAt, zone)
  switch (slot?.state) {
    case 'free':
    case 'yours':
    case 'elsewhere':
      return null
    case 'held':
      return `${time} is being held by someone else. It may become free again; or choose another time.`
    case 'taken':
      return `${time} has just gone to someone else. Please choose another time.`
    case 'closed':
    case undefined:
      return `${time} is too soon to be booked now. Please choose another time.`
  }
}
