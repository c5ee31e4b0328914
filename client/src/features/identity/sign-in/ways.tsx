import type { ReactNode } from 'react'
import styles from './ways.module.css'

/** The ways on from here: buttons beside each other. */
export function Ways({ children }: { children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>
}
