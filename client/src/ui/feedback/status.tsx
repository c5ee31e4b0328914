import type { ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import styles from './status.module.css'

export type Tone = 'live' | 'held' | 'danger' | 'accent' | 'neutral'

export interface StatusProps {
  tone?: Tone
  /** A dot before the words; it pulses for what is live this moment. */
  dot?: 'still' | 'pulse'
  /** A Lucide icon of 14 to 16 px, instead of the dot. */
  icon?: ReactNode
  /** Text in the colour of the tone, without the pill around it. */
  bare?: boolean
  children: ReactNode
}

/** A state in words. The colour only repeats what the words say. */
export function Status({ tone = 'neutral', dot, icon, bare = false, children }: StatusProps) {
  return (
    <span className={cx(styles.status, styles[tone], !bare && styles.pill)}>
      {dot && <span aria-hidden className={cx(styles.dot, dot === 'pulse' && styles.pulse)} />}
      {icon}
      <span>{children}</span>
    </span>
  )
}
