import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import type { Problem } from '@expertconnect/contract/problem'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, CalendarX2, LinkIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Navigate, useLocation, useParams } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { bookingQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { watchBooking } from '../../realtime/watch-booking.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { DeskGate } from './desk-gate.tsx'
import { PartSkeleton } from './desk-skeleton.tsx'
import type { DeskTools } from './desk-tools.ts'
import { sessionQuery } from './queries.ts'
import { Session } from './session.tsx'
import styles from './session.module.css'

/** One session for its expert: signed in, or with the link that opens it, `/desk/bookings/ID#TOKEN`. */
export function SessionPage({ tools }: { tools: DeskTools }) {
  const { id = '' } = useParams()
  const { hash } = useLocation()
  const token = hash.slice(1)
  useTitle(pageTitles['/desk/bookings/:id'])
  return token === '' ? (
    <DeskGate>{() => <OwnSession key={id} id={id} tools={tools} />}</DeskGate>
  ) : (
    <LinkedSession key={id + token} id={id} token={token} tools={tools} />
  )
}

function OwnSession({ id, tools }: { id: string; tools: DeskTools }) {
  const query = useQuery(sessionQuery(id))
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
        <Session booking={query.data.booking} token={query.data.manageToken} tools={tools} />
      ) : query.isError ? (
        <NoSession problem={problemOf(query.error)} query={query} linked={false} />
      ) : (
        <PartSkeleton says="Loading the session" />
      )}
    </>
  )
}

function LinkedSession({ id, token, tools }: { id: string; token: string; tools: DeskTools }) {
  const client = useQueryClient()
  const query = useQuery(bookingQuery(id, token))
  useEffect(() => {
    const { queryKey } = bookingQuery(id, token)
    return watchBooking({ id, token }, (version) => {
      const known: Booking | undefined = client.getQueryData(queryKey)
      if (known && known.version < version) void client.invalidateQueries({ queryKey })
    })
  }, [client, id, token])

  if (query.data) {
    // The customer’s own link has a page of its own.
    if (query.data.seenAs === 'customer') return <Navigate to={paths.booking(id, token)} replace />
    return (
      <div className={styles.linked}>
        <Session booking={query.data} token={token} tools={tools} />
      </div>
    )
  }
  if (query.isError) return <NoSession problem={problemOf(query.error)} query={query} linked />
  return <PartSkeleton says="Loading the session" />
}

interface NoSessionProps {
  problem: Problem
  query: { refetch: () => unknown; isFetching: boolean }
  /** It was asked for by a link, without signing in. */
  linked: boolean
}

function NoSession({ problem, query, linked }: NoSessionProps) {
  if (problem.status !== 404) {
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
      title={linked ? 'This link does not open a session' : 'This is not a session of yours'}
      action={
        <LinkButton variant="primary" to={paths.deskCalendar}>
          Your calendar
        </LinkButton>
      }
    >
      {linked
        ? 'A part of it may be missing: copy it once more, whole. Or sign in, and find the session in your calendar.'
        : 'Your sessions are in the calendar, also the past and the cancelled ones.'}
    </EmptyState>
  )
}
