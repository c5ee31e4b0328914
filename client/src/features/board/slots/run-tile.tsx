import { formatTime } from '../../../lib/time/time.ts'
import type { Run } from './taken-runs.ts'
import styles from './slot-tile.module.css'

export interface RunTileProps {
  run: Run
  zone: string
  /** The one tile that Tab stops at. */
  stop: boolean
  onOpen: () => void
}

/** Starts in a row that others have taken, as one quiet tile; a press shows them one by one. Says so if one is free again. */
export function RunTile({ run, zone, stop, onOpen }: RunTileProps) {
  const free = run.filter(({ state }) => state === 'free').length
  const [first] = run
  const last = run.at(-1) ?? first
  const [begin, end] = [formatTime(first.startsAt, zone), formatTime(last.startsAt, zone)]
  const note = free > 0 ? `${free} free again` : `${run.length} taken`
  return (
    <button
      type="button"
      data-run={first.startsAt}
      data-state={free > 0 ? 'freed' : 'run'}
      tabIndex={stop ? 0 : -1}
      aria-label={`${note}, from ${begin} up to ${end}. Show each of them`}
      title="Show each of them"
      className={styles.tile}
      onClick={onOpen}
    >
      <span className={styles.time}>{note}</span>
      <span className={styles.note}>
        up to <span translate="no">{end}</span>
      </span>
    </button>
  )
}
