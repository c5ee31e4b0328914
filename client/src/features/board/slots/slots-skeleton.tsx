import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './slots-skeleton.module.css'

export function SlotsSkeleton() {
  return (
    <div className={styles.slots}>
      <VisuallyHidden>Loading the free times</VisuallyHidden>
      {[1, 2, 3, 4, 5, 6].map((tile) => (
        <Skeleton key={tile} height={52} radius={12} />
      ))}
    </div>
  )
}
