import { pageTitles } from '@expertconnect/contract/pages'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { serverNow } from '../../api/server-clock.ts'
import { type Session, useSession } from '../../session/use-session.ts'
import { useTimeSettings } from '../../time-settings.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { LocalList } from './local-list.tsx'
import styles from './my-bookings.module.css'
import { MyList } from './my-list.tsx'
import { NoBookings } from './no-bookings.tsx'
import { SignInOffer } from './sign-in-offer.tsx'
import { listTab, tabNames, tabs } from './tabs.ts'
import { useBookedHere } from './use-booked-here.ts'

/** What was booked with the address that is signed in, and what this browser remembers besides. */
export function MyBookings() {
  useTitle(pageTitles['/bookings'])
  useTimeSettings()
  const session = useSession({ ask: true })
  const here = useBookedHere(session)
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find((each) => each === search.get('show')) ?? 'upcoming'
  const now = useHalfMinute()
  const signedIn = session.state === 'in'
  const shown = listTab(here, tab, now)
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
        <ListSkeleton />
      ) : signedIn ? (
        <MyList key={tab} tab={tab} now={now} />
      ) : shown.length > 0 ? (
        <LocalList label={`${tabNames[tab]} sessions`} entries={shown} now={now} level={2} />
      ) : (
        <NoBookings tab={tab} here any={here.length > 0} />
      )}
      {signedIn && shown.length > 0 && (
        <section className={styles.here} aria-labelledby="here">
          <h2 id="here">Booked in this browser</h2>
          <p>
            {session.person
              ? 'With another address than the one you are signed in with. It is kept here only.'
              : 'What this browser remembers.'}
          </p>
          <LocalList label="Booked in this browser" entries={shown} now={now} level={3} />
        </section>
      )}
      {!signedIn && !unknown && <SignInOffer />}
    </div>
  )
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

/** A session that ends moves to the past by itself. */
function useHalfMinute(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
