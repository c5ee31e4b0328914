import { pageTitles } from '@expertconnect/contract/pages'
import type { BookingAction } from '@expertconnect/contract/bookings/shapes'
import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { useConfirm } from '../../features/book/proof/use-confirm.ts'
import { useChangeBooking } from '../../features/booking/change/use-change-booking.ts'
import { BookingDetails } from '../../features/booking/details/booking-details.tsx'
import { DetailsSkeleton } from '../../features/booking/details/details-skeleton.tsx'
import {
  DeadLink,
  LinkOver,
  LinkWithoutKey,
  NotOfThisAddress,
} from '../../features/booking/details/link-states.tsx'
import { localBooking, rememberBooking } from '../../features/booking/local/local-bookings.ts'
import { useOwnLiveBooking } from '../../features/booking/local/use-live-booking.ts'
import { useBookingNews } from '../../features/booking/news/use-booking-news.ts'
import { SessionNotes } from '../../features/note/session-notes.tsx'
import { SessionReview } from '../../features/review/session-review.tsx'
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
  const [movedFrom, setMovedFrom] = useState<string | null>(null)
  useTitle(query.data ? `Session with ${query.data.expert.name}` : pageTitles['/b/:id'])

  const missing = query.isError && problemOf(query.error).status === 404
  const isOver = query.isError && problemOf(query.error).code === 'link_over'
  const doubt = useDoubt()
  useEffect(() => {
    if (missing && signedIn) void doubt()
  }, [missing, signedIn, doubt])
  const confirming = useConfirmation(id, missing && signedIn && token === '')
  // A calendar entry leads here without the key, and a correction made the old one void: this browser may know it.
  const better =
    (token === '' || missing || isOver) && stored !== undefined && stored !== token ? stored : null
  useEffect(() => {
    if (better !== null) void navigate(paths.booking(id, better), { replace: true })
  }, [better, id, navigate])

  const change = useChangeBooking(token, (changed) => {
    news.own(changed.booking)
    const before = query.data?.startsAt ?? changed.booking.startsAt
    setMovedFrom(before === changed.booking.startsAt ? null : before)
    setAction(null)
    if (localBooking(id)) rememberBooking(changed.booking, changed.token)
    if (changed.token !== token) {
      void navigate(paths.booking(id, changed.token), { replace: true })
    }
  })

  if (better === null && token === '' && !signedIn) {
    return session.state === 'asking' ? <DetailsSkeleton /> : <LinkWithoutKey />
  }
  if (confirming) return <DetailsSkeleton />
  if (better === null && missing) {
    return token === '' && session.person ? (
      <NotOfThisAddress email={session.person.email} />
    ) : (
      <DeadLink />
    )
  }
  if (better === null && isOver) return <LinkOver id={id} token={token} />
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
      movedFrom={movedFrom}
      action={action}
      onAction={setAction}
      onChange={(part) => change(booking, part)}
      review={
        <SessionReview
          bookingId={id}
          token={token}
          expertName={booking.expert.name}
          customerName={booking.customer?.name ?? ''}
        />
      }
      notes={<SessionNotes bookingId={id} token={token} side="customer" />}
      onRefresh={() => void query.refetch()}
    />
  )
}

/**
 * The link of the mail leads here once the address is proved: what was kept until then is booked. Answers whether that is
 * still to be seen.
 */
function useConfirmation(id: string, wanted: boolean): boolean {
  const navigate = useNavigate()
  const confirm = useConfirm(id)
  const [refused, setRefused] = useState(false)
  const begin = useEffectEvent(async () => {
    const refusal = await confirm(undefined, ({ booking, manageToken }) => {
      rememberBooking(booking, manageToken)
      void navigate(paths.booking(id, manageToken), { replace: true })
    })
    if (refusal) setRefused(true)
  })
  useEffect(() => {
    if (wanted) void begin()
  }, [wanted])
  return wanted && !refused
}

/** What the list of bookings leads here for. */
function wantedAction(state: unknown): BookingAction | null {
  const action = (state as { action?: unknown } | null)?.action
  return action === 'reschedule' ? action : null
}
