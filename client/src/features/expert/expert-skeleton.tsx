import { Panel } from '../../ui/display/panel.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './expert-skeleton.module.css'

/** The shape of the profile, while it loads. */
export function ExpertSkeleton() {
  return (
    <Panel padding="l" className={styles.profile}>
      <VisuallyHidden>Loading the expert</VisuallyHidden>
      <Skeleton width={132} height={132} radius={28} />
      <Skeleton width="min(22rem, 80%)" height="2.75rem" radius={12} />
      <Skeleton width="min(28rem, 95%)" />
      <Skeleton height="7rem" radius={16} />
    </Panel>
  )
}
