import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { ExpertCard } from './expert-card.tsx'
import { ExpertCardSkeleton } from './expert-card-skeleton.tsx'
import styles from './expert-grid.module.css'
import { useNow } from '../../lib/time/server-clock.ts'

interface ExpertGridProps {
  /** Undefined while they are on their way. */
  experts: readonly FoundExpert[] | undefined
  /** How many places are kept while they are. */
  places: number
  label: string
  /** The results of a search that has been changed since. */
  outdated?: boolean
}

export function ExpertGrid({ experts, places, label, outdated = false }: ExpertGridProps) {
  const now = useNow()
  useTimeSettings()
  const zone = visitorZone()
  return (
    <ul
      aria-label={label}
      aria-busy={!experts || outdated}
      data-outdated={outdated}
      className={styles.grid}
    >
      {experts
        ? experts.map((expert, index) => (
            <ExpertCard key={expert.id} expert={expert} zone={zone} now={now} eager={index < 4} />
          ))
        : Array.from({ length: places }, (_, place) => <ExpertCardSkeleton key={place} />)}
    </ul>
  )
}
