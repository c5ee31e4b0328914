import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** A word about something: a skill, a language. It does nothing. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className={styles.chip}>{children}</span>
}
