import { Mail } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { call } from '../../../server/api/client.ts'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { EmailField } from '../../../ui/email/email-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { useFocusOf } from '../use-focus-of.ts'

export interface NewAddressProps {
  /** One came back to the field. */
  focus: boolean
  typed: string
  onType: (email: string) => void
  /** The codes are on their way, and good until `expiresAt`. */
  onAsked: (asked: { email: string; expiresAt: string }) => void
}

/** Asks for the codes that prove another address. */
export function NewAddress({ focus, typed, onType, onAsked }: NewAddressProps) {
  const form = useForm(['email'], { email: typed }, { keep: ({ email }) => onType(email) })
  const start = useSend((email: string) => call('startAddressChange', { body: { email } }))
  useFocusOf(form, focus)

  function send(event: SubmitEvent) {
    event.preventDefault()
    const email = form.typed.email.trim()
    if (email === '') return form.showFaults({ email: 'Please give your new e-mail address' })
    form.send(() => start(email, ({ expiresAt }) => onAsked({ email, expiresAt })))
  }

  return (
    <form noValidate onSubmit={send}>
      <EmailField
        label="New e-mail"
        hint="We’ll send one code there and another to your current address. You need both."
        {...form.control('email')}
      />
      <Refusal problem={form.problem} />
      <div>
        <Button type="submit" busy={form.busy} icon={<Mail size={18} aria-hidden />}>
          Send me the codes
        </Button>
      </div>
    </form>
  )
}
