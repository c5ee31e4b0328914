import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { ShieldX } from 'lucide-react'
import { useEffect } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { DetailsSkeleton } from '../../features/booking/details/details-skeleton.tsx'
import {
  DeadLink,
  LinkOver,
  LinkWithoutKey,
  NotOfThisAddress,
} from '../../features/booking/details/link-states.tsx'
import { localBooking } from '../../features/booking/local/local-bookings.ts'
import { usePageLayout } from '../../lib/browser/page-layout.ts'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useDoubt } from '../../server/session/use-doubt.ts'
import { useSession } from '../../server/session/use-session.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { callQuery } from './call-query.ts'
import { CallVisit } from './call-visit.tsx'
import { useOwnDocument } from './use-own-document.ts'

/** Where both sides of a booking meet, `/b/ID/call#TOKEN`; without a token for who is signed in as one of them. */
export function CallPage() {
  const { id = '' } = useParams()
  return useOwnDocument() ? <Page key={id} id={id} /> : <DetailsSkeleton />
}

function Page({ id }: { id: string }) {
  useTimeSettings()
  usePageLayout('headed')
  const navigate = useNavigate()
  const token = useLocation().hash.slice(1)
  const stored = localBooking(id)?.token
  const session = useSession({ ask: token === '' && stored === undefined })
  const isSignedIn = session.state === 'in'
  const query = useQuery({ ...callQuery(id, token), enabled: token !== '' || isSignedIn })
  const { data } = query
  useTitle(data ? `Session with ${data.other.name}` : pageTitles['/b/:id/call'])

  const problem = query.isError ? problemOf(query.error) : null
  const isMissing = problem?.status === 404
  const isOver = problem?.code === 'link_over'
  const doubt = useDoubt()
  useEffect(() => {
    if (isMissing && isSignedIn) void doubt()
  }, [isMissing, isSignedIn, doubt])
  // As the booking's page does: a bare address, or an outdated token, where this browser knows the right one.
  const better =
    (token === '' || isMissing || isOver) && stored !== undefined && stored !== token
      ? stored
      : null
  useEffect(() => {
    if (better !== null) void navigate(paths.call(id, better), { replace: true })
  }, [better, id, navigate])

  // What was read once stays: a call that goes on is not taken away by an answer that fails.
  if (data) {
    return <CallVisit call={data} token={token} onRefresh={() => query.refetch()} />
  }
  if (better !== null) return <DetailsSkeleton />
  if (token === '' && !isSignedIn) {
    return session.state === 'asking' ? <DetailsSkeleton /> : <LinkWithoutKey />
  }
  if (isMissing) {
    return token === '' && session.person ? (
      <NotOfThisAddress email={session.person.email} />
    ) : (
      <DeadLink />
    )
  }
  if (isOver) return <LinkOver id={id} token={token} />
  if (problem?.code === 'forbidden') return <NotOfTheTwo />
  if (problem) {
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
  return <DetailsSkeleton />
}

/** For an administrator, who may see the booking and not what is said. */
function NotOfTheTwo() {
  return (
    <EmptyState
      level={1}
      icon={<ShieldX size={28} />}
      title="Only the two people in a session can meet here"
      action={
        <LinkButton variant="primary" to={paths.adminBookings}>
          All bookings
        </LinkButton>
      }
    >
      You can see this booking but not take part in it.
    </EmptyState>
  )
}
