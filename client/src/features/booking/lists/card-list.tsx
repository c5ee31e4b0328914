import type { ReactNode } from 'react'
import styles from './card-list.module.css'

/** Bookings as cards, for their customer. */
export function CardList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}
