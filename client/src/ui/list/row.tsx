import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Card } from '../display/card.tsx'
import { cx } from '../style/cx.ts'
import styles from './row.module.css'

export interface RowProps {
  /** An avatar. */
  picture?: ReactNode
  /** In place of a picture: an icon of 22 px. */
  icon?: ReactNode
  title: ReactNode
  /** The whole row leads there. */
  to?: string
  /** Lines below the title. */
  children?: ReactNode
  /** The last line, in small letters. */
  small?: ReactNode
  /** How it stands: one or more `Status`. */
  states?: ReactNode
  /** Buttons. */
  actions?: ReactNode
}

/** A row on wide screens, a card on phones: a picture, the words, the state, what can be done. */
export function Row({ picture, icon, title, to, children, small, states, actions }: RowProps) {
  return (
    <Card as="li" className={styles.row}>
      <span className={cx(styles.picture, icon !== undefined && styles.tile)}>
        {picture ?? icon}
      </span>
      <div className={styles.words}>
        <h2>
          {to === undefined ? (
            title
          ) : (
            <Link to={to} className={styles.link}>
              {title}
            </Link>
          )}
        </h2>
        {children}
        {small !== undefined && <p className={styles.small}>{small}</p>}
        {states !== undefined && states !== false && <div className={styles.states}>{states}</div>}
      </div>
      {to !== undefined && <ChevronRight size={20} aria-hidden className={styles.arrow} />}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </Card>
  )
}
