import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../../../../ui/style/cx.ts'
import styles from './bar-button.module.css'

export interface BarButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: ReactNode
  /** The short word below the icon, where there is room for it. */
  word: string
  /** What a press does, in full. */
  label: string
  /** `off`: what is switched off and can be missed. `on`: what runs besides. */
  tone?: 'plain' | 'off' | 'on' | 'leave' | undefined
  /** A number of unread messages, or a sign that something is wrong. */
  badge?: ReactNode
}

/** One control of the bar, large enough for a thumb. */
export function BarButton(props: BarButtonProps) {
  const { icon, word, label, tone = 'plain', badge, className, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(styles.button, styles[tone], className)}
    >
      <span aria-hidden className={styles.icon}>
        {icon}
        {badge !== undefined && badge !== null && <span className={styles.badge}>{badge}</span>}
      </span>
      <span aria-hidden className={styles.word}>
        {word}
      </span>
    </button>
  )
}
