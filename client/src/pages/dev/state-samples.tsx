import { CalendarSearch } from 'lucide-react'
import { Button } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'
import { Sample, SampleGroup } from './sample.tsx'

/** What stands where nothing is, or not yet. */
export function StateSamples() {
  return (
    <SampleGroup title="Feedback: where nothing is, or not yet">
      <Sample title="Empty">
        <EmptyState
          level={3}
          icon={<CalendarSearch size={28} />}
          title="No times this month"
          action={<Button variant="primary">Show the next free day</Button>}
        >
          Everything is taken until March.
        </EmptyState>
      </Sample>
      <Sample title="Empty, a title alone">
        <EmptyState level={3} icon={<CalendarSearch size={28} />} title="Nothing here yet" />
      </Sample>
      <Sample title="Failed">
        <FailedState
          level={3}
          title="The experts could not be loaded"
          detail="The server cannot be reached."
          onRetry={() => undefined}
        />
      </Sample>
      <Sample title="Failed, trying again">
        <FailedState
          level={3}
          title="The times could not be loaded"
          retrying
          onRetry={() => undefined}
          action={<Button>Go back</Button>}
        />
      </Sample>
      <Sample title="Skeleton">
        <Skeleton width="60%" height="1.5em" />
        <Skeleton />
        <Skeleton width={64} height={64} radius="50%" />
      </Sample>
      <Sample title="Skeleton of a part">
        <PartSkeleton says="Loading: a part" />
      </Sample>
      <Sample title="Skeleton of a list">
        <ListSkeleton says="Loading: a list" rows={3} />
      </Sample>
    </SampleGroup>
  )
}
