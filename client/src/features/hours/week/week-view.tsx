import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { problemOf } from '../../../server/api/problem.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { addDays } from '../../../lib/time/month.ts'
import { dateAt, formatPlainDay } from '../../../lib/time/time.ts'
import { weekOf } from '../../../lib/time/weeks.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import styles from './week-view.module.css'
import { PartSkeleton } from '../../../ui/feedback/part-skeleton.tsx'
import { busyTimesQuery, scheduleQuery } from '../queries.ts'
import { deskBookingsQuery, deskSpanQuery } from '../../booking/queries.ts'
import { openingWeek } from '../draft/opening-week.ts'
import { daysOfWeek, spanOfWeek } from '../draft/week.ts'
import { WeekGrid } from './week-grid.tsx'
import type { Asked } from '../why/why-dialog.tsx'

export interface WeekViewProps {
  expert: DeskExpert
  onAsk: (asked: Asked) => void
}

/** One week; which one stands in the address, or follows from what is to come. */
export function WeekView({ expert, onAsk }: WeekViewProps) {
  const [search] = useSearchParams()
  const wanted = search.get('week') ?? ''
  const [now] = useState(serverNow)
  const schedule = useQuery(scheduleQuery)
  const upcoming = useInfiniteQuery(deskBookingsQuery('upcoming'))
  if (isDate(wanted)) return <Week expert={expert} first={weekOf(wanted)} onAsk={onAsk} />
  if (upcoming.isPending || schedule.isPending) return <PartSkeleton says="Loading the week" />
  const first = schedule.data
    ? openingWeek(now, schedule.data, upcoming.data?.pages[0]?.items[0])
    : weekOf(dateAt(now, expert.timeZone))
  return <Week expert={expert} first={first} onAsk={onAsk} />
}

function Week({ expert, first, onAsk }: WeekViewProps & { first: string }) {
  const zone = expert.timeZone
  const today = dateAt(serverNow(), zone)
  const [, setSearch] = useSearchParams()
  const span = spanOfWeek(first, zone)
  const schedule = useQuery(scheduleQuery)
  const bookings = useQuery(deskSpanQuery(span.from, span.to))
  // Without them the week is still the week.
  const busy = useQuery(busyTimesQuery(span.from, span.to))
  const show = (week: string) => setSearch({ week }, { replace: true })
  const failed = schedule.error ?? bookings.error
  return (
    <>
      <div className={styles.steps}>
        <h2 aria-live="polite">
          {formatPlainDay(first)} – {formatPlainDay(addDays(first, 6))}
        </h2>
        <IconButton
          label="Previous week"
          icon={<ChevronLeft size={20} aria-hidden />}
          onClick={() => show(addDays(first, -7))}
        />
        <Button aria-disabled={first === weekOf(today)} onClick={() => show(weekOf(today))}>
          This week
        </Button>
        <IconButton
          label="Next week"
          icon={<ChevronRight size={20} aria-hidden />}
          onClick={() => show(addDays(first, 7))}
        />
      </div>
      {schedule.data && bookings.data ? (
        <WeekGrid
          days={daysOfWeek(first, schedule.data, bookings.data, busy.data)}
          zone={zone}
          today={today}
          outdated={bookings.isPlaceholderData}
          onAsk={onAsk}
        />
      ) : failed ? (
        <Panel>
          <FailedState
            title="This week could not be loaded"
            detail={problemOf(failed).detail}
            onRetry={() => {
              void schedule.refetch()
              void bookings.refetch()
            }}
            retrying={schedule.isFetching || bookings.isFetching}
          />
        </Panel>
      ) : (
        <PartSkeleton says="Loading the week" />
      )}
    </>
  )
}

function isDate(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(text) && !Number.isNaN(Date.parse(text))
}
