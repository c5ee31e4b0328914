import { PartyPopper } from 'lucide-react'
import type { ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import styles from './thank-you.module.css'

/** The application is sent: what happens next, and to which address. */
export function ThankYou({ email }: { email: string }) {
  return (
    <Panel padding="l" className={styles.page}>
      <span aria-hidden className={styles.icon}>
        <PartyPopper size={28} />
      </span>
      <h1>
        Thank you, <em>it has arrived</em>
      </h1>
      <ol className={styles.steps} aria-label="What happens next">
        <Step title="Somebody reads it">
          An administrator will read what you wrote. It may take a little while.
        </Step>
        <Step title="You get an e-mail">
          We’ll write to <strong>{email}</strong> with a link to your desk, or the reason why not.
          Is there a typo in it? Then please send the application again.
        </Step>
        <Step title="You open your desk">
          There you set your hours, your price and your photo. Then you appear in the directory.
        </Step>
      </ol>
      <div className={styles.actions}>
        <LinkButton variant="primary" to={paths.experts}>
          See other experts
        </LinkButton>
        <LinkButton to={paths.becomeExpert} replace>
          Send another one
        </LinkButton>
      </div>
    </Panel>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      <p>{children}</p>
    </li>
  )
}
