import { pageTitles } from '@expertconnect/contract/pages'
import type { Problem } from '@expertconnect/contract/problem'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, CalendarX2, LinkIcon } from 'lucide-react'
import { Navigate, useLocation, useParams } from 'react-router'
import { beginningsForExpert } from '../../features/booking/beginning/beginnings-of.ts'
import { useBeginnings } from '../../features/booking/beginning/use-beginnings.ts'
import { Measures } from '../../features/blocking/measures.tsx'
import { DeskBooking } from '../../features/booking/details/desk-booking.tsx'
import { useLiveBooking } from '../../features/booking/local/use-live-booking.ts'
import { deskBookingQuery } from '../../features/booking/queries.ts'
import { SessionNotes } from '../../features/note/session-notes.tsx'
import { paths } from '../../lib/paths.ts'
import { problemOf } from '../../server/api/problem.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import styles from './booking-page.module.css'
import { DeskGate } from './desk-gate.tsx'

/** One booking for its expert: signed in, or with the link that opens it, `/desk/bookings/ID#TOKEN`. */
export function DeskBookingPage() {
  const { id = '' } = useParams()
  const { hash } = useLocation()
  const token = hash.slice(1)
  useTitle(pageTitles['/desk/bookings/:id'])
  return token === '' ? (
    <DeskGate>{() => <OwnBooking key={id} id={id} />}</DeskGate>
  ) : (
    <LinkedBooking key={id + token} id={id} token={token} />
  )
}

function OwnBooking({ id }: { id: string }) {
  const query = useQuery(deskBookingQuery(id))
  return (
    <>
      <div>
        <LinkButton
          variant="plain"
          size="s"
          to={paths.deskCalendar}
          className={styles.back}
          icon={<ArrowLeft size={18} aria-hidden />}
        >
          Calendar
        </LinkButton>
      </div>
      {query.data ? (
        <>
          <DeskBooking
            booking={query.data.booking}
            token={query.data.manageToken}
            notes={<SessionNotes bookingId={id} token={query.data.manageToken} side="expert" />}
          />
          <Measures booking={query.data.booking} side="desk" />
        </>
      ) : query.isError ? (
        <NoBooking problem={problemOf(query.error)} query={query} linked={false} />
      ) : (
        <PartSkeleton says="Loading the session" />
      )}
    </>
  )
}

function LinkedBooking({ id, token }: { id: string; token: string }) {
  const query = useLiveBooking(id, token)
  useBeginnings(beginningsForExpert(query.data ? [query.data] : [], token))
  if (query.data) {
    // The customer’s own link has a page of its own.
    if (query.data.seenAs === 'customer') return <Navigate to={paths.booking(id, token)} replace />
    return (
      <div className={styles.linked}>
        <DeskBooking
          booking={query.data}
          token={token}
          notes={<SessionNotes bookingId={id} token={token} side="expert" />}
        />
      </div>
    )
  }
  if (query.isError) return <NoBooking problem={problemOf(query.error)} query={query} linked />
  return <PartSkeleton says="Loading the session" />
}

interface NoBookingProps {
  problem: Problem
  query: { refetch: () => unknown; isFetching: boolean }
  /** It was asked for by a link, without signing in. */
  linked: boolean
}

function NoBooking({ problem, query, linked }: NoBookingProps) {
  const isOver = problem.code === 'link_over'
  if (problem.status !== 404 && !isOver) {
    return (
      <FailedState
        level={1}
        title="The session could not be loaded"
        detail={problem.detail ?? problem.title}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    )
  }
  return (
    <EmptyState
      level={1}
      icon={linked ? <LinkIcon size={28} /> : <CalendarX2 size={28} />}
      title={
        isOver
          ? 'This link has expired'
          : linked
            ? 'This link does not open a session'
            : 'This is not one of your sessions'
      }
      action={
        <LinkButton variant="primary" to={paths.deskCalendar}>
          Your calendar
        </LinkButton>
      }
    >
      {isOver
        ? 'This session was a long time ago and its link has expired. Sign in to find it in your calendar.'
        : linked
          ? 'Part of it may be missing: copy the whole link again. Or sign in and find the session in your calendar.'
          : 'All your sessions are in the calendar, including past and cancelled ones.'}
    </EmptyState>
  )
}
