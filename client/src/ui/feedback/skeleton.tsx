import styles from './skeleton.module.css'

export interface SkeletonProps {
  /** CSS lengths. */
  width?: string | number
  height?: string | number
  radius?: string | number
}

/**
 * The shape of what is coming. It stays invisible for 150 ms, so that quick answers do not flicker. Say "loading"
 * once for the whole region (`aria-busy`, or a `VisuallyHidden` text); the shapes themselves are silent.
 */
export function Skeleton({ width = '100%', height = '1em', radius = 8 }: SkeletonProps) {
  return (
    <span aria-hidden className={styles.skeleton} style={{ width, height, borderRadius: radius }} />
  )
}
