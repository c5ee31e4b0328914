import { expertTitle } from '@expertconnect/contract/experts/expert-title'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { lazy, useEffect } from 'react'
import { Navigate, useLocation, useNavigate, useParams } from 'react-router'
import { BookingPanel } from '../../features/book/booking-panel.tsx'
import { PanelSkeleton } from '../../features/book/panel-skeleton.tsx'
import {
  overlappingBookings,
  rememberBooking,
} from '../../features/booking/local/local-bookings.ts'
import { ExpertProfile } from '../../features/expert/expert-profile.tsx'
import { ExpertSkeleton } from '../../features/expert/expert-skeleton.tsx'
import { Reviews } from '../../features/expert/reviews.tsx'
import { SeeTimes } from '../../features/expert/see-times.tsx'
import { paths } from '../../lib/paths.ts'
import { expertQuery } from '../../server/api/expert-queries.ts'
import { problemOf } from '../../server/api/problem.ts'
import { open as openSocket } from '../../server/live/socket.ts'
import { useStickyTop } from '../../ui/display/use-sticky-top.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import styles from './expert-page.module.css'

const NotFoundPage = lazy(async () => ({
  default: (await import('./not-found-page.tsx')).NotFoundPage,
}))

/** One expert, and the panel to book them. Their address is in lower case, however it was typed. */
export function ExpertPage() {
  const { slug = '' } = useParams()
  const { search, hash } = useLocation()
  const lower = slug.toLowerCase()
  if (slug === lower) return <ExpertAt slug={slug} />
  return <Navigate replace to={`${paths.expert(lower)}${search}${hash}`} />
}

function ExpertAt({ slug }: { slug: string }) {
  const expert = useQuery(expertQuery(slug))
  // The line is laid while the profile is on its way: the board can then be watched before it is read.
  useEffect(openSocket, [])
  useTitle(expert.data && expertTitle(expert.data))

  if (expert.data) return <Loaded expert={expert.data} />
  if (expert.isError) {
    const problem = problemOf(expert.error)
    if (problem.status === 404) return <NotFoundPage />
    return (
      <FailedState
        level={1}
        title="This expert could not be loaded"
        detail={problem.detail ?? problem.title}
        onRetry={() => void expert.refetch()}
        retrying={expert.isFetching}
      />
    )
  }
  return (
    <div className={styles.page} aria-busy>
      <div>
        <ExpertSkeleton />
      </div>
      <div className={styles.panel}>
        <PanelSkeleton />
      </div>
    </div>
  )
}

function Loaded({ expert }: { expert: Expert }) {
  const navigate = useNavigate()
  const panel = useStickyTop<HTMLDivElement>()
  return (
    <div className={styles.page}>
      <div>
        <ExpertProfile expert={expert} />
      </div>
      <div ref={panel} className={styles.panel}>
        <BookingPanel
          key={expert.id}
          expert={expert}
          overlapping={overlappingBookings}
          onBooked={({ booking, manageToken }) => {
            rememberBooking(booking, manageToken)
            void navigate(paths.booking(booking.id, manageToken), { replace: true })
          }}
        />
      </div>
      <div>
        <Reviews {...expert} />
      </div>
      <SeeTimes panelId="book" nextFreeAt={expert.nextFreeAt} />
    </div>
  )
}
