import type { Expert } from '@expertconnect/contract/experts/shapes'
import { CalendarCheck, Search, Video } from 'lucide-react'
import { Avatar } from '../../../ui/display/avatar.tsx'
import styles from './step-sketches.module.css'

// Drawings beside the words that explain: nothing in them is for a screen reader.

/** The faces of those who are free first; a search while they are not known. */
export function FacesSketch({ experts }: { experts: readonly Expert[] }) {
  if (experts.length === 0) {
    return (
      <div aria-hidden className={styles.session}>
        <Search size={20} className={styles.check} />
        <Lines />
      </div>
    )
  }
  return (
    <div aria-hidden className={styles.faces}>
      {experts.map(({ id, name, photoUrl, category }) => (
        <span key={id}>
          <Avatar name={name} photoUrl={photoUrl} category={category.slug} size={58} />
        </span>
      ))}
    </div>
  )
}

/** A time that is kept: the ring is what is left of the five minutes. */
export function HoldSketch() {
  return (
    <div aria-hidden className={styles.hold}>
      <svg viewBox="0 0 64 64" width="64" height="64">
        <circle cx="32" cy="32" r="28" className={styles.track} />
        <circle cx="32" cy="32" r="28" pathLength="100" className={styles.left} />
        <text x="32" y="37">
          4:12
        </text>
      </svg>
      <span className={styles.tile}>16:30</span>
    </div>
  )
}

export function SessionSketch() {
  return (
    <div aria-hidden className={styles.session}>
      <span className={styles.video}>
        <Video size={20} />
      </span>
      <Lines />
      <CalendarCheck size={20} className={styles.check} />
    </div>
  )
}

function Lines() {
  return (
    <span className={styles.lines}>
      <span />
      <span />
    </span>
  )
}
