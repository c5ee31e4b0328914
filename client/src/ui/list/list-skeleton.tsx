import { VisuallyHidden } from '../display/visually-hidden.tsx'
import { Skeleton } from '../feedback/skeleton.tsx'
import styles from './list-skeleton.module.css'

interface ListSkeletonProps {
  /** What is on its way: "Loading: The experts". */
  says: string
  rows?: number
  /** Of a row. */
  height?: string
  radius?: number
}

/** Where the rows of a list will be. */
export function ListSkeleton(props: ListSkeletonProps) {
  const { says, rows = 4, height = '6.5rem', radius = 20 } = props
  return (
    <div className={styles.rows} aria-busy>
      <VisuallyHidden>{says}</VisuallyHidden>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={height} radius={radius} />
      ))}
    </div>
  )
}
