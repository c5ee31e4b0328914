import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import styles from './icon-button.module.css'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, in words: there is no other text. */
  label: string
  /** A Lucide icon of 18 to 20 px. */
  icon: ReactNode
}

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(styles.button, className)}
    >
      {icon}
    </button>
  )
}
