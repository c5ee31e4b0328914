import type { CallAnswer } from '@expertconnect/contract/endpoints'
import { useQuery } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { problemOf } from '../../api/problem.ts'
import { sessionsQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { SignInState } from '../../session/sign-in-state.tsx'
import { useSession } from '../../session/use-session.ts'
import { useSignOut } from '../../session/use-sign-out.ts'
import { useTimeSettings } from '../../time-settings.ts'
import { Button } from '../../ui/button.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { focusHeading } from '../../ui/focus-heading.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './account-page.module.css'
import { BrowserCard } from './browser-card.tsx'

/** The browsers in which one is signed in, and the way out of each. */
export function AccountPage() {
  useTitle('Where you are signed in')
  useTimeSettings()
  const { state, person, failed } = useSession({ ask: true })
  if (state === 'asking') return <Loading />
  if (state !== 'in') {
    return (
      <SignInState
        title="Sign in to see your browsers"
        action={<LinkButton to={paths.bookings}>My bookings</LinkButton>}
      >
        This page lists the browsers in which you are signed in, and lets you end each of them.
      </SignInState>
    )
  }
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>
          Where you are <em>signed in</em>
        </h1>
        {person ? (
          <p>
            As <strong>{person.email}</strong>. A browser that you do not know? End it here: whoever
            uses it is out at once.
          </p>
        ) : failed ? (
          <p>We could not reach ExpertConnect to ask with which address.</p>
        ) : (
          <Skeleton width="20rem" height="1.5rem" />
        )}
      </header>
      <Browsers />
    </div>
  )
}

function Browsers() {
  const query = useQuery(sessionsQuery)
  const signOut = useSignOut(focusHeading)
  if (query.isPending) return <Shapes />
  if (!query.data) {
    const { detail, title } = problemOf(query.error)
    return (
      <Panel>
        <FailedState
          title="Your browsers could not be loaded"
          detail={detail ?? title}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Panel>
    )
  }
  return (
    <>
      <ul className={styles.list} aria-label="Browsers">
        {inOrder(query.data).map((browser) => (
          <BrowserCard key={browser.id} browser={browser} />
        ))}
      </ul>
      <div>
        <Button
          busy={signOut.isPending}
          icon={<LogOut size={18} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          Sign out here
        </Button>
      </div>
    </>
  )
}

/** This browser first; of the others, the last seen first, as the server lists them. */
function inOrder({ items }: CallAnswer<'listSessions'>) {
  return items.toSorted((a, b) => Number(b.current) - Number(a.current))
}

function Loading() {
  return (
    <div className={styles.page}>
      <Skeleton width="min(22rem, 80%)" height="2.25rem" radius={12} />
      <Shapes />
    </div>
  )
}

function Shapes() {
  return (
    <div className={styles.list} aria-busy>
      <VisuallyHidden>Loading your browsers</VisuallyHidden>
      <Skeleton height="6rem" radius={28} />
      <Skeleton height="6rem" radius={28} />
    </div>
  )
}
