import { Panel } from '../../../ui/display/panel.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import styles from './details-skeleton.module.css'

/** Where a booking will be, for its customer. */
export function DetailsSkeleton() {
  return (
    <Panel padding="l" className={styles.page} aria-busy>
      <VisuallyHidden>Loading your booking</VisuallyHidden>
      <Skeleton width={88} height={88} radius={25} />
      <Skeleton width="min(22rem, 80%)" height="2.25rem" radius={12} />
      <Skeleton height="14rem" radius={16} />
    </Panel>
  )
}
