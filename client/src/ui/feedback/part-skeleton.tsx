import { VisuallyHidden } from '../display/visually-hidden.tsx'
import styles from './part-skeleton.module.css'
import { Skeleton } from './skeleton.tsx'

/** Where a part of a page will be. */
export function PartSkeleton({ says }: { says: string }) {
  return (
    <div className={styles.part} aria-busy>
      <VisuallyHidden>{says}</VisuallyHidden>
      <Skeleton height="16rem" radius={28} />
      <Skeleton height="10rem" radius={28} />
    </div>
  )
}
