import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { cx } from '../../../../ui/style/cx.ts'
import { IconButton } from '../../../../ui/action/icon-button.tsx'
import styles from './hint.module.css'

export interface HintProps {
  icon: ReactNode
  tone?: 'plain' | 'held'
  /** Its one thing to do. */
  action?: ReactNode
  onDismiss?: () => void
  children: ReactNode
}

/** A line above the picture: what is so just now, and one thing to do about it. */
export function Hint({ icon, tone = 'plain', action, onDismiss, children }: HintProps) {
  return (
    <div className={cx('glass-pop', styles.hint, styles[tone])}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <p className={styles.text}>{children}</p>
      {action}
      {onDismiss && (
        <IconButton label="Dismiss" icon={<X size={18} aria-hidden />} onClick={onDismiss} />
      )}
    </div>
  )
}
