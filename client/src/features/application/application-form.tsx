import { Send } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { Link } from 'react-router'
import { CategoryField } from '../category/category-field.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { EmailField } from '../../ui/email/email-field.tsx'
import { Field } from '../../ui/form/field.tsx'
import { useApplication } from './use-application.ts'
import styles from './application-form.module.css'

/** What an administrator reads of somebody who wants to become an expert. */
export function ApplicationForm({ onSent }: { onSent: (email: string) => void }) {
  const { control, problem, busy, send } = useApplication(onSent)
  function submit(event: SubmitEvent) {
    event.preventDefault()
    send()
  }
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <Field label="Your name" autoComplete="name" required {...control('name')} />
      <EmailField
        label="E-mail"
        hint="We’ll send our answer there, and later you’ll sign in with it."
        {...control('email')}
      />
      <CategoryField {...control('category')} />
      <Field
        label="What you help with, in one line"
        hint="Such as “Pricing for software that nobody has sold before”."
        required
        {...control('headline')}
      />
      <Field
        label="What have you done?"
        hint="What you worked on, for how long, and what people ask you about. Ten lines or so are plenty."
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
