import type { ReactNode, Ref } from 'react'
import { cx } from '../style/cx.ts'
import styles from './notice.module.css'

export interface NoticeProps {
  /** A Lucide icon of 20 px. */
  icon: ReactNode
  title: string
  /** The title is a heading of this level; without it, a line of text. */
  level?: 3
  /** Of the title, so that the focus can come to it. */
  ref?: Ref<HTMLHeadingElement>
  tone?: 'held' | 'accent'
  /** `alert` for the answer to what was just pressed, `status` for what happened meanwhile. */
  role?: 'alert' | 'status'
  children?: ReactNode
}

/** Something that must not be missed, in its place on the page: what happened, and what can be done. */
export function Notice(props: NoticeProps) {
  const { icon, title, level, ref, tone = 'held', role, children } = props
  return (
    <div role={role} className={cx(styles.notice, styles[tone])}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      {level === 3 ? (
        <h3 ref={ref} tabIndex={ref === undefined ? undefined : -1} className={styles.title}>
          {title}
        </h3>
      ) : (
        <p className={styles.title}>{title}</p>
      )}
      {children !== undefined && <div className={styles.text}>{children}</div>}
    </div>
  )
}
