import { pageTitles } from '@expertconnect/contract/pages'
import type { Booking, BookingAction } from '@expertconnect/contract/bookings/shapes'
import { Info } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { paths } from '../../paths.ts'
import { useDoubt } from '../../session/use-doubt.ts'
import { useSession } from '../../session/use-session.ts'
import { visitorZone } from '../../time.ts'
import { useTimeSettings } from '../../time-settings.ts'
import { FailedState } from '../../ui/failed-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useAnnounce } from '../../ui/use-announce.ts'
import { useTitle } from '../../ui/use-title.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './booking-page.module.css'
import { BookingDetails } from './booking-details.tsx'
import type { BookingTools } from './booking-tools.ts'
import { describeChange } from './describe-change.ts'
import { DeadLink, LinkWithoutKey, NotOfThisAddress } from './link-states.tsx'
import { localBooking, rememberBooking } from './local-bookings.ts'
import { useChangeBooking } from './use-change-booking.ts'
import { useLiveBooking } from './use-live-booking.ts'

export interface BookingPageProps {
  id: string
  tools: BookingTools
  onBookAgain: (booking: Booking) => void
}

/** One booking, for whoever has its link, `/b/ID#TOKEN`, or is signed in with its address: `/b/ID`. */
export function BookingPage({ id, tools, onBookAgain }: BookingPageProps) {
  useTimeSettings()
  const zone = visitorZone()
  const navigate = useNavigate()
  const { hash, state } = useLocation()
  const token = hash.slice(1)
  const stored = localBooking(id)?.token
  const session = useSession({ ask: token === '' && stored === undefined })
  const signedIn = session.state === 'in'
  const query = useLiveBooking(id, token, signedIn)
  const [action, setAction] = useState(() => wantedAction(state))
  const notice = useNotice(query.data, zone)
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
    notice.own(changed.booking)
    setAction(null)
    if (localBooking(id)) rememberBooking(changed.booking, changed.token)
    if (changed.token !== token) {
      void navigate(paths.booking(id, changed.token), { replace: true })
    }
  })

  if (better === null && token === '' && !signedIn) {
    return session.state === 'asking' ? <Loading /> : <LinkWithoutKey />
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
  if (!booking) return <Loading />

  return (
    <div className={styles.page}>
      {notice.text !== null && (
        <div role="status" className={styles.notice}>
          <Info size={20} aria-hidden />
          <p>{notice.text}</p>
        </div>
      )}
      <BookingDetails
        booking={booking}
        token={token}
        zone={zone}
        action={action}
        tools={tools}
        onAction={setAction}
        onChange={(part) => change(booking, part)}
        onBookAgain={onBookAgain}
        onRefresh={() => void query.refetch()}
      />
    </div>
  )
}

/** What the list of bookings leads here for. */
function wantedAction(state: unknown): BookingAction | null {
  const action = (state as { action?: unknown } | null)?.action
  return action === 'reschedule' ? action : null
}

/** Says what others (or this person, elsewhere) changed while the page was open. */
function useNotice(booking: Booking | undefined, zone: string) {
  const announce = useAnnounce()
  const seen = useRef<Booking | undefined>(undefined)
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = booking
    if (!before || !booking || before.id !== booking.id) return
    const news = describeChange(before, booking, zone)
    if (news === null) return
    setText(news)
    announce(news)
  }, [booking, zone, announce])
  return {
    text,
    own: (changed: Booking) => {
      seen.current = changed
      setText(null)
    },
  }
}

function Loading() {
  return (
    <Panel padding="l" className={styles.page} aria-busy>
      <VisuallyHidden>Loading your booking</VisuallyHidden>
      <Skeleton width={88} height={88} radius={25} />
      <Skeleton width="min(22rem, 80%)" height="2.25rem" radius={12} />
      <Skeleton height="14rem" radius={16} />
    </Panel>
  )
}
