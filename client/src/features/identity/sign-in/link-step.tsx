import { LogIn } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { atField } from '../../../ui/form/place-faults.ts'
import { useForm } from '../../../ui/form/use-form.ts'
import { useFocusOf } from '../use-focus-of.ts'
import { Button } from '../../../ui/action/button.tsx'
import { EmailField } from '../../../ui/email/email-field.tsx'
import { emailDraft, keepEmail } from '../email-draft.ts'
import { useProveSignIn } from './mutations.ts'
import { PasskeyStep } from './passkey-step.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { Ways } from './ways.tsx'

const gone =
  'This link does not open with this address. Is there a typo in it? If not, the link has expired: it works once, for ten minutes.'

export interface LinkStepProps {
  /** The secret of the link. */
  link: string
  onDone: () => void
  /** To the other way, with a code. */
  onLeave: () => void
}

/** Nothing is used before the press: mail scanners open links too, and would spend it. */
export function LinkStep({ link, onDone, onLeave }: LinkStepProps) {
  const prove = useProveSignIn()
  const [first] = useState(emailDraft.read)
  const form = useForm(['email'], { email: first }, { keep: keepEmail })
  const [needed, setNeeded] = useState(false)
  useFocusOf(form, needed)

  function send(event: SubmitEvent) {
    event.preventDefault()
    const email = form.typed.email.trim()
    form.send(async () => {
      const refusal = await prove(needed ? { link, email } : { link }, onDone)
      if (refusal?.code === 'proof_gone') return atField('email', refusal, gone)
      if (refusal?.code !== 'address_needed') return refusal
      setNeeded(true)
      return null
    })
  }

  if (form.problem?.code === 'passkey_needed') return <PasskeyStep onDone={onDone} />
  return (
    <SignInFrame
      title={
        <>
          Sign in <em>here?</em>
        </>
      }
      lead={
        needed
          ? 'This link was requested in another browser. Type the address it was sent to and it will work here too.'
          : 'You’ve opened a sign-in link. Press the button to sign in on this browser.'
      }
    >
      <form noValidate onSubmit={send}>
        {needed && (
          <EmailField
            label="E-mail"
            hint="The address that the e-mail was sent to."
            {...form.control('email')}
          />
        )}
        <Refusal problem={form.problem} />
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          busy={form.busy}
          icon={<LogIn size={20} aria-hidden />}
        >
          Sign in
        </Button>
      </form>
      {needed && (
        <Ways>
          <Button onClick={onLeave}>Send me a code instead</Button>
        </Ways>
      )}
    </SignInFrame>
  )
}
