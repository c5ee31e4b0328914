import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

/** A part of the page of one's account. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
