import { notFoundTitle } from '@expertconnect/contract/pages'
import { Compass, ShieldOff } from 'lucide-react'
import { Route, Routes } from 'react-router'
import { SignInState } from '../../features/identity/sign-in-state.tsx'
import { useSignOut } from '../../features/identity/use-sign-out.ts'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { useSession } from '../../server/session/use-session.ts'
import { Button } from '../../ui/action/button.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { ListSkeleton } from '../../ui/list/list-skeleton.tsx'
import { AdminFrame } from './admin-frame.tsx'
import { ApplicationsPage } from './applications-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { BlockedPage } from './blocked-page.tsx'
import { BookingPage } from './booking-page.tsx'
import { BookingsPage } from './bookings-page.tsx'
import { CategoriesPage } from './categories-page.tsx'
import { DisputesPage } from './disputes-page.tsx'
import { ExpertsPage } from './experts-page.tsx'
import { MessagesPage } from './messages-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { ReportsPage } from './reports-page.tsx'
import { ReviewsPage } from './reviews-page.tsx'

/** Administration, for administrators. The server decides it anew with every request; this only says so in words. */
export function AdminPage() {
  useTimeSettings()
  const { state, person, failed } = useSession({ ask: true })
  if (state === 'asking') return <ListSkeleton says="Loading the administration" />
  if (state !== 'in') {
    return (
      <SignInState
        title="Sign in as an administrator"
        action={<LinkButton to={paths.home}>Go to the start page</LinkButton>}
      >
        This area is for administrators of this site. Sign in with an administrator’s address, and
        you’ll come straight back here.
      </SignInState>
    )
  }
  if (!person) return failed ? <NotAsked /> : <ListSkeleton says="Loading the administration" />
  if (!person.roles.includes('admin')) return <NoAdministrator email={person.email} />
  return (
    <AdminFrame>
      <Routes>
        <Route index element={<ExpertsPage />} />
        <Route path="applications" element={<ApplicationsPage />} />
        <Route path="bookings" element={<BookingsPage />} />
        <Route path="bookings/:id" element={<BookingPage />} />
        <Route path="numbers" element={<NumbersPage />} />
        <Route path="reports" element={<ReportsPage />} />
        <Route path="reviews" element={<ReviewsPage />} />
        <Route path="disputes" element={<DisputesPage />} />
        <Route path="blocked" element={<BlockedPage />} />
        <Route path="categories" element={<CategoriesPage />} />
        <Route path="people" element={<PeoplePage me={person} />} />
        <Route path="messages" element={<MessagesPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="*" element={<NothingHere />} />
      </Routes>
    </AdminFrame>
  )
}

function NotAsked() {
  return (
    <FailedState
      level={1}
      title="We couldn’t check who you are"
      detail="Please check your connection. The page will carry on once you’re back online."
      onRetry={() => location.reload()}
    />
  )
}

function NothingHere() {
  useTitle(notFoundTitle)
  return (
    <EmptyState
      level={1}
      icon={<Compass size={28} />}
      title="There is nothing at this address"
      action={
        <LinkButton variant="primary" to={paths.admin}>
          Browse experts
        </LinkButton>
      }
    >
      The link may be out of date or incomplete.
    </EmptyState>
  )
}

/** Signed in, but without the role: says so, and how one gets it. */
function NoAdministrator({ email }: { email: string }) {
  const signOut = useSignOut(focusHeading)
  return (
    <EmptyState
      level={1}
      icon={<ShieldOff size={28} />}
      title="This part is for administrators"
      action={
        <>
          <LinkButton variant="primary" to={paths.bookings}>
            My bookings
          </LinkButton>
          <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
            Use another address
          </Button>
        </>
      }
    >
      <p>
        You are signed in as <strong>{email}</strong>, which is not an administrator’s address. An
        administrator can make you one.
      </p>
    </EmptyState>
  )
}
