import { pageTitles } from '@expertconnect/contract/pages'
import { CalendarClock, ShieldCheck, Wallet, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { ApplicationForm } from '../../features/application/application-form.tsx'
import { ThankYou } from '../../features/application/thank-you.tsx'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import styles from './become-an-expert-page.module.css'

/** Applying to be an expert here: what it means, the form, and what happens next. */
export function BecomeAnExpertPage() {
  useTitle(pageTitles['/become-an-expert'])
  const { pathname, state } = useLocation()
  const navigate = useNavigate()
  const sentTo = sentIn(state)
  useTurn(sentTo !== null)
  if (sentTo !== null) return <ThankYou email={sentTo} />
  return (
    <div className={styles.page}>
      <div className={styles.words}>
        <h1>
          Share what you have <em>done before</em>
        </h1>
        <p className={styles.lead}>
          Somebody out there is where you were a few years ago. Give them an hour, at a price and at
          times that you choose.
        </p>
        <ul className={styles.points}>
          <Point icon={CalendarClock} title="Your hours, in your zone">
            You say when you are free. Sessions are booked into those hours and nowhere else.
          </Point>
          <Point icon={Wallet} title="Your price">
            You set an hourly rate and settle with the people you help. We take no commission.
          </Point>
          <Point icon={ShieldCheck} title="Read by a person">
            An administrator reads each application. None of it is public.
          </Point>
        </ul>
      </div>
      <Panel className={styles.panel}>
        <h2>About you</h2>
        <ApplicationForm
          onSent={(email) => {
            // In the entry of the browser's history: a reload still says thank you.
            void navigate(pathname, { replace: true, state: { sentTo: email } })
          }}
        />
      </Panel>
    </div>
  )
}

interface PointProps {
  icon: LucideIcon
  title: string
  children: ReactNode
}

function Point({ icon: Icon, title, children }: PointProps) {
  return (
    <li>
      <span aria-hidden className="icon-tile">
        <Icon size={22} />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
    </li>
  )
}

/** Form and thanks stand at one address: going from one to the other begins at the top, as another page does. */
function useTurn(sent: boolean) {
  const shown = useRef(sent)
  useEffect(() => {
    if (shown.current === sent) return
    shown.current = sent
    window.scrollTo(0, 0)
    return focusHeading()
  }, [sent])
}

function sentIn(state: unknown): string | null {
  const sentTo = (state as { sentTo?: unknown } | null)?.sentTo
  return typeof sentTo === 'string' ? sentTo : null
}
