import { useEffect, useRef } from 'react'
import styles from './level-dot.module.css'

/** Shows, without a word, that the microphone hears something. It moves without rendering anything. */
export function LevelDot({
  onLevel,
}: {
  onLevel: (listener: (level: number) => void) => () => void
}) {
  const dot = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      onLevel((level) => {
        dot.current?.style.setProperty('--level', Math.min(1, level * 2.5).toFixed(2))
      }),
    [onLevel],
  )
  return <span ref={dot} aria-hidden className={styles.level} />
}
