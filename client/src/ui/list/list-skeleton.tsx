import { Skeleton } from '../feedback/skeleton.tsx'
import { VisuallyHidden } from '../display/visually-hidden.tsx'
import styles from './rows.module.css'

/** `what`: "The experts". */
export function ListSkeleton({ what }: { what: string }) {
  return (
    <div className={styles.rows} aria-busy>
      <VisuallyHidden>{`Loading: ${what}`}</VisuallyHidden>
      <Skeleton height="6.5rem" radius={20} />
      <Skeleton height="6.5rem" radius={20} />
      <Skeleton height="6.5rem" radius={20} />
      <Skeleton height="6.5rem" radius={20} />
    </div>
  )
}
