import { Video } from 'lucide-react'
import { formatDayTime, formatThere, formatTime } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import type { SlotView } from '../board/feed/board-view.ts'
import styles from './book-bar.module.css'
import type { Picker } from '../board/slots/use-picker.ts'

export interface BookBarProps {
  picker: Picker
  busy: boolean
  onBook: (startsAt: string) => void
}

/** The second of the two steps: what was chosen, and the button that holds it. */
export function BookBar({ picker, busy, onBook }: BookBarProps) {
  const { expert, zone, selected, selectedNow } = picker
  const lost = selected === null ? null : whyNot(selectedNow, selected, zone)
  const there = selected === null ? null : formatThere(selected, zone, expert.timeZone)
  return (
    <div className={styles.bar} data-selected={selected !== null}>
      <p className={styles.note} role="status">
        {lost ?? (there !== null && `That is ${there}`)}
      </p>
      {selected === null ? (
        <Button size="l" block disabled>
          Choose a time
        </Button>
      ) : (
        <Button
          size="l"
          block
          variant={lost === null ? 'primary' : 'quiet'}
          busy={busy}
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

/** What happened to the chosen slot since it was chosen. */
function whyNot(slot: SlotView | null, startsAt: string, zone: string): string | null {
  const time = formatTime(startsAt, zone)
  switch (slot?.state) {
    case 'free':
    case 'yours':
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
