import type { ComponentProps } from 'react'
import styles from './card.module.css'
import { cx } from '../style/cx.ts'

export interface CardProps extends ComponentProps<'div'> {
  as?: 'div' | 'section' | 'article' | 'li'
  /** Rises under the pointer: the whole card leads somewhere. */
  lifts?: boolean
}

/** One of many: glass without the blur, which nobody would see and everybody would pay for. */
export function Card({ as = 'div', lifts = false, className, ...rest }: CardProps) {
  const Tag = as as 'div'
  return (
    <Tag {...rest} className={cx('glass-card', styles.card, lifts && styles.lifts, className)} />
  )
}
