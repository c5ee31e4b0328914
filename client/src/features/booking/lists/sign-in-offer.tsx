import { LogOut, MailCheck } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { useSessionMark } from '../../../server/api/session-mark.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { endedText } from '../../identity/ended-text.ts'
import styles from './sign-in-offer.module.css'

/** What signing in would add; or, where somebody was signed in, what has happened. */
export function SignInOffer() {
  const ended = useSessionMark() === 'ended'
  const Icon = ended ? LogOut : MailCheck
  return (
    <Panel as="section" className={styles.offer} aria-labelledby="sign-in">
      <Icon size={24} aria-hidden />
      <div>
        <h2 id="sign-in">{ended ? endedText.title : 'Sign in by e-mail'}</h2>
        <p>
          {ended
            ? `${endedText.why} Sign in again to see all that was booked with your address.`
            : 'A code by e-mail, no password. Everything booked with your address then appears here, in any browser.'}
        </p>
      </div>
      <LinkButton variant={ended ? 'primary' : 'quiet'} to={paths.signIn(paths.bookings)}>
        {ended ? 'Sign in again' : 'Sign in'}
      </LinkButton>
    </Panel>
  )
}
