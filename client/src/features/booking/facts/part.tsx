import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './part.module.css'

export interface PartProps {
  id: string
  icon: LucideIcon
  title: string
  children: ReactNode
}

/** A part of a booking's page beside its facts. */
export function Part({ id, icon: Icon, title, children }: PartProps) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        <Icon size={20} aria-hidden />
        {title}
      </h2>
      {children}
    </section>
  )
}
