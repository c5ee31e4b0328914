import { CalendarHeart, MailCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { serverNow } from '../../api/server-clock.ts'
import { paths } from '../../paths.ts'
import { useTimeSettings } from '../../time-settings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BookingCard } from './booking-card.tsx'
import { type LocalBooking, useLocalBookings } from './local-bookings.ts'
import styles from './my-bookings.module.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { listTab, type Tab, tabs } from './tabs.ts'

const names: Readonly<Record<Tab, string>> = {
  upcoming: 'Upcoming',
  past: 'Past',
  cancelled: 'Cancelled',
}

/** The bookings that were made in this browser. */
export function MyBookings() {
  useTitle('My bookings')
  useTimeSettings()
  const entries = useLocalBookings()
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find((each) => each === search.get('show')) ?? 'upcoming'
  const [removing, setRemoving] = useState<LocalBooking | null>(null)
  const now = useHalfMinute()
  const shown = listTab(entries, tab, now)
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>My bookings</h1>
        <p>What was booked in this browser. It is kept here and nowhere else.</p>
      </header>
      {entries.length > 0 && (
        <Segmented
          legend="Which bookings"
          options={tabs.map((value) => ({
            value,
            label: names[value],
            detail: String(listTab(entries, value, now).length),
          }))}
          value={tab}
          onChange={(show) => setSearch(show === 'upcoming' ? {} : { show }, { replace: true })}
        />
      )}
      {shown.length > 0 ? (
        <ul className={styles.list} aria-label={`${names[tab]} sessions`}>
          {shown.map((entry) => (
            <BookingCard
              key={entry.id}
              entry={entry}
              now={now}
              onRemove={() => setRemoving(entry)}
            />
          ))}
        </ul>
      ) : (
        <Nothing tab={tab} any={entries.length > 0} />
      )}
      <SignInLater />
      {removing && <RemoveDialog entry={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}

function Nothing({ tab, any }: { tab: Tab; any: boolean }) {
  return (
    <Panel>
      <EmptyState
        icon={<CalendarHeart size={28} />}
        title={any ? `No ${names[tab].toLowerCase()} sessions` : 'No bookings in this browser yet'}
        action={
          <LinkButton variant="primary" to={paths.experts}>
            Find an expert
          </LinkButton>
        }
      >
        {any
          ? 'The others are under the other tabs.'
          : 'If you booked in another browser, open the private link of that booking here.'}
      </EmptyState>
    </Panel>
  )
}

function SignInLater() {
  return (
    <Panel as="section" className={styles.signIn} aria-labelledby="sign-in">
      <MailCheck size={24} aria-hidden />
      <div>
        <h2 id="sign-in">Sign in by e-mail</h2>
        <p>
          Comes with a later release: a code by e-mail, no password, and your bookings are with you
          on every device. Until then, keep the private link of each booking.
        </p>
      </div>
    </Panel>
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
