import type { ReactNode } from 'react'
import styles from './section.module.css'

export interface SectionProps {
  id: string
  title: string
  children: ReactNode
}

/** One thing that can be done with what is kept about oneself. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
