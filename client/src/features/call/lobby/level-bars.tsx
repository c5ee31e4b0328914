import { useEffect, useRef } from 'react'
import type { LocalMedia } from '../media/local-media.ts'
import { cx } from '../../../ui/style/cx.ts'
import styles from './level-bars.module.css'

/** How loud the microphone is. Drawn past React, twenty times a second. */
export function LevelBars({ media, isMuted }: { media: LocalMedia; isMuted: boolean }) {
  const bars = useRef<HTMLSpanElement>(null)
  useEffect(
    () => media.onLevel((level) => bars.current?.style.setProperty('--level', level.toFixed(2))),
    [media],
  )
  return (
    <span ref={bars} aria-hidden className={cx(styles.bars, isMuted && styles.muted)}>
      <span />
      <span />
      <span />
      <span />
      <span />
    </span>
  )
}
