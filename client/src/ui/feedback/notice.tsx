import type { ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import styles from './notice.module.css'

export interface NoticeProps {
  /** A Lucide icon of 20 px. */
  icon: ReactNode
  title: string
  tone?: 'held' | 'accent'
  /** `alert` for the answer to what was just pressed, `status` for what happened meanwhile. */
  role?: 'alert' | 'status'
  children?: ReactNode
}

/** Something that must not be missed, in its place on the page: what happened, and what can be done. */
export function Notice({ icon, title, tone = 'held', role, children }: NoticeProps) {
  return (
    <div role={role} className={cx(styles.notice, styles[tone])}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
    </div>
  )
}
