import { pageTitles } from '@expertconnect/contract/pages'
import type { BookingAction } from '@expertconnect/contract/bookings/shapes'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { useChangeBooking } from '../../features/booking/change/use-change-booking.ts'
import { BookingDetails } from '../../features/booking/details/booking-details.tsx'
import { DetailsSkeleton } from '../../features/booking/details/details-skeleton.tsx'
import {
  DeadLink,
  LinkWithoutKey,
  NotOfThisAddress,
} from '../../features/booking/details/link-states.tsx'
import { localBooking, rememberBooking } from '../../features/booking/local/local-bookings.ts'
import { useOwnLiveBooking } from '../../features/booking/local/use-live-booking.ts'
import { useBookingNews } from '../../features/booking/news/use-booking-news.ts'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useDoubt } from '../../server/session/use-doubt.ts'
import { useSession } from '../../server/session/use-session.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'

/** One booking, for whoever has its link, `/b/ID#TOKEN`, or is signed in with its address: `/b/ID`. */
export function BookingPage() {
  const { id = '' } = useParams()
  return <Page key={id} id={id} />
}

function Page({ id }: { id: string }) {
  useTimeSettings()
  const zone = visitorZone()
  const navigate = useNavigate()
  const { hash, state } = useLocation()
  const token = hash.slice(1)
  const stored = localBooking(id)?.token
  const session = useSession({ ask: token === '' && stored === undefined })
  const signedIn = session.state === 'in'
  const query = useOwnLiveBooking(id, token, signedIn)
  const [action, setAction] = useState(() => wantedAction(state))
  const news = useBookingNews(query.data, zone)
  useTitle(query.data ? `Session with ${query.data.expert.name}` : pageTitles['/b/:id'])

  const missing = query.isError && problemOf(query.error).status === 404
  const doubt = useDoubt()
  useEffect(() => {
    if (missing && signedIn) void doubt()
  }, [missing, signedIn, doubt])
  // A calendar entry leads here without the key, and a correction made the old one void: this browser may know it.
  const better =
    (token === '' || missing) && stored !== undefined && stored !== token ? stored : null
  useEffect(() => {
    if (better !== null) void navigate(paths.booking(id, better), { replace: true })
  }, [better, id, navigate])

  const change = useChangeBooking(token, (changed) => {
    news.own(changed.booking)
    setAction(null)
    if (localBooking(id)) rememberBooking(changed.booking, changed.token)
    if (changed.token !== token) {
      void navigate(paths.booking(id, changed.token), { replace: true })
    }
  })

  if (better === null && token === '' && !signedIn) {
    return session.state === 'asking' ? <DetailsSkeleton /> : <LinkWithoutKey />
  }
  if (better === null && missing) {
    return token === '' && session.person ? (
      <NotOfThisAddress email={session.person.email} />
    ) : (
      <DeadLink />
    )
  }
  if (query.isError && !query.data && better === null) {
    const { detail, title } = problemOf(query.error)
    return (
      <FailedState
        level={1}
        title="Your booking could not be loaded"
        detail={detail ?? title}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    )
  }
  const booking = query.data
  if (!booking) return <DetailsSkeleton />

  return (
    <BookingDetails
      booking={booking}
      token={token}
      zone={zone}
      news={news.text}
      action={action}
      onAction={setAction}
      onChange={(part) => change(booking, part)}
      onRefresh={() => void query.refetch()}
    />
  )
}

/** What the list of bookings leads here for. */
function wantedAction(state: unknown): BookingAction | null {
  const action = (state as { action?: unknown } | null)?.action
  return action === 'reschedule' ? action : null
}
