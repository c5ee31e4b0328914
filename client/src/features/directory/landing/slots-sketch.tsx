import { cx } from '../../../ui/style/cx.ts'
import styles from './slots-sketch.module.css'

const slots = [
  { time: '09:00' },
  { time: '09:30', state: 'held', note: 'held 4:12' },
  { time: '10:00' },
  { time: '10:30', state: 'taken', note: 'taken' },
  { time: '11:00', state: 'chosen', note: 'yours' },
  { time: '11:30' },
] as const

/** A drawing of what a board looks like: nobody's calendar, and so nothing for a screen reader. */
export function SlotsSketch() {
  return (
    <div aria-hidden className={styles.sketch}>
      {slots.map((slot) => (
        <span key={slot.time} className={cx(styles.slot, 'state' in slot && styles[slot.state])}>
          <span className={styles.time}>{slot.time}</span>
          {'note' in slot && <span className={styles.note}>{slot.note}</span>}
        </span>
      ))}
    </div>
  )
}
