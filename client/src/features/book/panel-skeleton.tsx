import { Panel } from '../../ui/display/panel.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './panel-skeleton.module.css'
import { SlotsSkeleton } from '../board/slots/slots-skeleton.tsx'

/** The shape of the booking panel, while it is not known yet whom it is for. */
export function PanelSkeleton() {
  return (
    <Panel className={styles.panel} aria-busy>
      <Skeleton width="9rem" height="2.25rem" radius={10} />
      <div className={styles.room}>
        <div className={styles.side}>
          <Skeleton height={54} radius={16} />
          <Skeleton width="8rem" height="1.25rem" />
          <div className={styles.days}>
            {Array.from({ length: 35 }, (_, day) => (
              <Skeleton key={day} height={40} radius={12} />
            ))}
          </div>
          <Skeleton height={48} radius={12} />
        </div>
        <SlotsSkeleton />
      </div>
    </Panel>
  )
}
