import { LoaderCircle } from 'lucide-react'
import styles from './spinner.module.css'

/** Turns while something is under way. What that is must stand in words beside it. */
export function Spinner({ size = 18 }: { size?: number }) {
  return <LoaderCircle aria-hidden className={styles.spinner} size={size} strokeWidth={2} />
}
