import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { problemOf } from '../../server/api/problem.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { FeedOff } from './feed-off.tsx'
import { FeedOn } from './feed-on.tsx'
import { feedQuery } from './feed-queries.ts'

export interface FeedDialogProps {
  side: FeedSide
  onClose: () => void
}

/** One's sessions in the calendar that one already has. */
export function FeedDialog({ side, onClose }: FeedDialogProps) {
  const { data, error, isFetching, refetch } = useQuery(feedQuery(side))
  const isOn = Boolean(data?.feed)
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that switched it on or off is gone: who has pressed it goes on from the title.
    content.current?.closest('dialog')?.querySelector('h2')?.focus()
  }, [isOn])
  return (
    <Dialog open title="In your own calendar" onClose={onClose}>
      {data ? (
        <div ref={content}>
          {data.feed ? <FeedOn side={side} feed={data.feed} /> : <FeedOff side={side} />}
        </div>
      ) : error ? (
        <FailedState
          level={3}
          title="This could not be loaded"
          detail={problemOf(error).detail}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <PartSkeleton says="Loading your address for calendars" />
      )}
    </Dialog>
  )
}
