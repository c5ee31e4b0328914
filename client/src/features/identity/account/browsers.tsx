import type { CallAnswer } from '@expertconnect/contract/endpoints'
import { useQuery } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { problemOf } from '../../../server/api/problem.ts'
import { sessionsQuery } from '../../../server/api/people-queries.ts'
import { useSignOut } from '../use-sign-out.ts'
import { Button } from '../../../ui/action/button.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './browsers.module.css'
import { BrowserCard } from './browser-card.tsx'
import { Section } from './section.tsx'

/** The browsers in which one is signed in, and the way out of each. */
export function Browsers() {
  return (
    <Section title="Where you are signed in">
      <p>Don’t recognise a browser? Sign it out here; it takes effect at once.</p>
      <BrowserList />
    </Section>
  )
}

function BrowserList() {
  const query = useQuery(sessionsQuery)
  const signOut = useSignOut(focusHeading)
  const everywhere = useSignOut(focusHeading, 'endSessions')
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
      <div className={styles.ways}>
        <Button
          busy={signOut.isPending}
          icon={<LogOut size={18} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          Sign out here
        </Button>
        <Button
          busy={everywhere.isPending}
          icon={<LogOut size={18} aria-hidden />}
          onClick={() => everywhere.mutate()}
        >
          Sign out everywhere
        </Button>
      </div>
    </>
  )
}

/** This browser first; of the others, the last seen first, as the server lists them. */
function inOrder({ items }: CallAnswer<'listSessions'>) {
  return items.toSorted((a, b) => Number(b.current) - Number(a.current))
}

/** Where the list will be. */
export function Shapes() {
  return (
    <div className={styles.list} aria-busy>
      <VisuallyHidden>Loading your browsers</VisuallyHidden>
      <Skeleton height="6rem" radius={28} />
      <Skeleton height="6rem" radius={28} />
    </div>
  )
}
