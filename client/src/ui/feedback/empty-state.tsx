import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  /** A Lucide icon of 28 px. */
  icon: ReactNode
  title: string
  /** Why it is empty, in a sentence. */
  children?: ReactNode
  /** The way out: one or two buttons. */
  action?: ReactNode
  /** Level 1 where the state is the whole page. */
  level?: 1 | 2 | 3
}

export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.state}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
