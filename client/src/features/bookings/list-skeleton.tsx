import { Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './my-bookings.module.css'

export function ListSkeleton() {
  return (
    <div className={styles.list} aria-busy>
      <VisuallyHidden>Loading your bookings</VisuallyHidden>
      <Skeleton height="9.5rem" radius={28} />
      <Skeleton height="9.5rem" radius={28} />
      <Skeleton height="9.5rem" radius={28} />
    </div>
  )
}
