import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from '../../../pages/person/my-bookings-page.module.css'

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
