import type { ReactNode } from 'react'
import styles from './page-head.module.css'

interface PageHeadProps {
  title: ReactNode
  lead: ReactNode
  /** The one thing that is made here. */
  action?: ReactNode
}

export function PageHead({ title, lead, action }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {action}
    </header>
  )
}
