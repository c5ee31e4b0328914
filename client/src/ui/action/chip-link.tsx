import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './chip-link.module.css'
import { cx } from '../style/cx.ts'

export interface ChipLinkProps {
  to: string
  icon?: ReactNode
  /** How many results it leads to. */
  count?: number | undefined
  /** It is the filter that applies now. */
  current?: boolean
  children: ReactNode
}

/** A filter as a link, so that it can be opened in a tab and Back undoes it. */
export function ChipLink({ to, icon, count, current = false, children }: ChipLinkProps) {
  return (
    <Link
      to={to}
      aria-current={current || undefined}
      className={cx(styles.chip, current && styles.on)}
    >
      {icon}
      <span>{children}</span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </Link>
  )
}
