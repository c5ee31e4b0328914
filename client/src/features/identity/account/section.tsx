import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

interface SectionProps {
  /** Where a link leads to it. */
  id?: string
  title: string
  children: ReactNode
}

/** A part of the page of one's account. */
export function Section({ id: own, title, children }: SectionProps) {
  const id = useId()
  return (
    <section id={own} className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
