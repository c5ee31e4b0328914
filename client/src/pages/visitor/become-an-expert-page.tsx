import { CalendarClock, Send, ShieldCheck, Wallet } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode, SubmitEvent } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { CategoryField } from '../../features/expert/category-field.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import styles from './become-an-expert-page.module.css'
import { ThankYou } from '../../features/application/thank-you.tsx'
import { useApplication } from '../../features/application/use-application.ts'

/** Applying to be an expert here: what it means, the form, and what happens next. */
export function BecomeAnExpertPage() {
  useTitle('Become an expert')
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
          Somebody out there is where you were some years ago. Give them an hour, at the price and
          in the hours that you choose.
        </p>
        <ul className={styles.points}>
          <Point icon={CalendarClock} title="Your hours, in your zone">
            You say when you are free. Sessions are booked into those hours and nowhere else.
          </Point>
          <Point icon={Wallet} title="Your price">
            You name an hourly rate and settle with the people you help. Nothing is taken off here.
          </Point>
          <Point icon={ShieldCheck} title="Read by a person">
            An administrator looks at each application. Nothing of it is public.
          </Point>
        </ul>
      </div>
      <Panel className={styles.panel}>
        <h2>About you</h2>
        <Form
          onSent={(email) => {
            // In the entry of the browser's history: a reload still says thank you.
            void navigate(pathname, { replace: true, state: { sentTo: email } })
          }}
        />
      </Panel>
    </div>
  )
}

function Form({ onSent }: { onSent: (email: string) => void }) {
  const { control, problem, busy, send } = useApplication(onSent)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    send()
  }
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <Field label="Your name" autoComplete="name" required {...control('name')} />
      <Field
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint="The answer goes there, and later it opens your desk."
        {...control('email')}
      />
      <CategoryField {...control('category')} />
      <Field
        label="What you help with, in a line"
        hint="Such as “Pricing for software that nobody has sold before”."
        required
        {...control('headline')}
      />
      <Field
        label="What have you done?"
        hint="What you worked on, for how long, and what people ask you about. Most need ten lines."
        multiline
        rows={6}
        required
        {...control('bio')}
      />
      <Refusal problem={problem} />
      <Button
        type="submit"
        variant="primary"
        size="l"
        block
        busy={busy}
        icon={<Send size={20} aria-hidden />}
      >
        Send the application
      </Button>
      <p className={styles.small}>
        Only administrators read it. <Link to={paths.privacy}>What is stored</Link>
      </p>
    </form>
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
      <span aria-hidden className={styles.icon}>
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
