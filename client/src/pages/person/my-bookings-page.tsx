import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { BeginningSwitch } from '../../features/booking/beginning/beginning-switch.tsx'
import {
  beginningsForCustomer,
  beginningsHere,
} from '../../features/booking/beginning/beginnings-of.ts'
import { useBeginnings } from '../../features/booking/beginning/use-beginnings.ts'
import { LocalList } from '../../features/booking/lists/local-list.tsx'
import { MyList } from '../../features/booking/lists/my-list.tsx'
import { NoBookings } from '../../features/booking/lists/no-bookings.tsx'
import { SignInOffer } from '../../features/booking/lists/sign-in-offer.tsx'
import { listTab, tabNames, tabs } from '../../features/booking/lists/tabs.ts'
import type { LocalBooking } from '../../features/booking/local/local-bookings.ts'
import { useBookedHere } from '../../features/booking/local/use-booked-here.ts'
import { myBookingsQuery } from '../../features/booking/queries.ts'
import { FeedButton } from '../../features/calendars/feed-button.tsx'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { useNow } from '../../lib/time/server-clock.ts'
import { type Session, useSession } from '../../server/session/use-session.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'
import styles from './my-bookings-page.module.css'

/** What was booked with the address that is signed in, and what this browser remembers besides. */
export function MyBookingsPage() {
  useTitle(pageTitles['/bookings'])
  useTimeSettings()
  const session = useSession({ ask: true })
  const here = useBookedHere(session)
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find((each) => each === search.get('show')) ?? 'upcoming'
  // What ends moves to the past by itself.
  const now = useNow(30_000)
  const signedIn = session.state === 'in'
  const shown = listTab(here, tab, now)
  const coming = useComing(signedIn, here, now)
  const unknown = session.state === 'asking' && here.length === 0
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>My bookings</h1>
        <Lead session={session} unknown={unknown} />
      </header>
      {(signedIn || here.length > 0) && (
        <Segmented
          legend="Which bookings"
          options={tabs.map((value) => ({
            value,
            label: tabNames[value],
            ...(!signedIn && { detail: String(listTab(here, value, now).length) }),
          }))}
          value={tab}
          onChange={(show) => setSearch(show === 'upcoming' ? {} : { show }, { replace: true })}
        />
      )}
      {unknown ? (
        <ListSkeleton says="Loading your bookings" rows={3} height="9.5rem" radius={28} />
      ) : signedIn ? (
        <MyList key={tab} tab={tab} now={now} />
      ) : shown.length > 0 ? (
        <LocalList label={`${tabNames[tab]} sessions`} entries={shown} now={now} level={2} />
      ) : (
        <Panel>
          <NoBookings tab={tab} here any={here.length > 0} />
        </Panel>
      )}
      {signedIn && shown.length > 0 && (
        <section className={styles.here} aria-labelledby="here">
          <h2 id="here">Booked in this browser</h2>
          <p>
            {session.person
              ? 'Booked with a different address from the one you are signed in with. It is kept only here.'
              : 'What this browser remembers.'}
          </p>
          <LocalList label="Booked in this browser" entries={shown} now={now} level={3} />
        </section>
      )}
      {signedIn && (
        <div>
          <FeedButton side="customer" />
        </div>
      )}
      {coming && (
        <Panel>
          <BeginningSwitch />
        </Panel>
      )}
      {!signedIn && !unknown && <SignInOffer />}
    </div>
  )
}

/** Whether anything comes. Whoever wants it is told here when it begins, whichever tab of the page is shown. */
function useComing(signedIn: boolean, here: readonly LocalBooking[], now: number): boolean {
  const mine = useInfiniteQuery({ ...myBookingsQuery('upcoming'), enabled: signedIn })
  const own = (signedIn && mine.data?.pages.flatMap(({ items }) => items)) || []
  const beginnings = [...beginningsForCustomer(own), ...beginningsHere(here)]
  useBeginnings(beginnings)
  return beginnings.some(({ startsAt }) => Date.parse(startsAt) > now)
}

interface LeadProps {
  session: Session
  unknown: boolean
}

function Lead({ session: { state, person, failed }, unknown }: LeadProps) {
  if (person) {
    return (
      <p>
        Booked with <strong>{person.email}</strong>, in any browser.
      </p>
    )
  }
  if (unknown || (state === 'in' && !failed)) return <Skeleton width="18rem" height="1.5rem" />
  return state === 'in' ? (
    <p>Booked with your address.</p>
  ) : (
    <p>What was booked in this browser. It is kept here and nowhere else.</p>
  )
}
