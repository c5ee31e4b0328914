import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './page-loading.module.css'

/** While the code of the first page is on its way. */
export function PageLoading() {
  return (
    <div className={styles.loading}>
      <VisuallyHidden>Loading the page</VisuallyHidden>
      <Skeleton width="min(28rem, 70%)" height="2.5rem" radius={12} />
      <Skeleton width="min(40rem, 90%)" />
      <Skeleton height="18rem" radius={28} />
    </div>
  )
}
