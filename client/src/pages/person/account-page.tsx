import { pageTitles } from '@expertconnect/contract/pages'
import { AddressSection } from '../../features/identity/account/address-section.tsx'
import { Browsers, Shapes } from '../../features/identity/account/browsers.tsx'
import { DataSection } from '../../features/identity/account/data-section.tsx'
import { PasskeySection } from '../../features/identity/account/passkey-section.tsx'
import { EraseSection } from '../../features/identity/account/erase-section.tsx'
import { SignInState } from '../../features/identity/sign-in-state.tsx'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { useSession } from '../../server/session/use-session.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './account-page.module.css'

/** What one can do with what is kept about oneself: sessions, address, a copy, an end. */
export function AccountPage() {
  useTitle(pageTitles['/account'])
  useTimeSettings()
  const { state, person, failed } = useSession({ ask: true })
  if (state === 'asking') return <Loading />
  if (state !== 'in') {
    return (
      <SignInState
        title="Sign in to see your account"
        action={<LinkButton to={paths.bookings}>My bookings</LinkButton>}
      >
        This page lists the browsers in which you are signed in. You can also change your address,
        download your data or erase it.
      </SignInState>
    )
  }
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>
          Your <em>account</em>
        </h1>
        {person ? (
          <p>
            You are signed in as <strong>{person.email}</strong>.
          </p>
        ) : failed ? (
          <p>We could not reach ExpertConnect to look up your address.</p>
        ) : (
          <Skeleton width="20rem" height="1.5rem" />
        )}
      </header>
      <Browsers />
      {person && (
        <>
          <PasskeySection person={person} />
          <AddressSection person={person} />
          <DataSection />
          <EraseSection person={person} />
        </>
      )}
    </div>
  )
}

function Loading() {
  return (
    <div className={styles.page}>
      <Skeleton width="min(22rem, 80%)" height="2.25rem" radius={12} />
      <Shapes />
    </div>
  )
}
