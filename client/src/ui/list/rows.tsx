import type { ReactNode } from 'react'
import styles from './rows.module.css'

/** A list of rows or cards, below each other. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  )
}
