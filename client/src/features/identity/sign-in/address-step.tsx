import { Mail } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { endedText } from '../ended-text.ts'
import { useSessionMark } from '../../../server/api/session-mark.ts'
import { useForm } from '../../../ui/form/use-form.ts'
import { passkeysWork } from '../passkeys/device.ts'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'
import { useFocusOf } from '../use-focus-of.ts'
import { Button } from '../../../ui/action/button.tsx'
import { EmailField } from '../../../ui/email/email-field.tsx'
import { emailDraft, keepEmail } from '../email-draft.ts'
import { useStartSignIn } from './mutations.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import type { Asked } from './use-asked.ts'

export interface AddressStepProps {
  /** One came back to the field, and not to the page. */
  focus: boolean
  /** Who is signed in, and proves it once more. */
  again: string | undefined
  onAsked: (asked: Asked) => void
  /** Left out where the page goes on by itself. */
  onDone?: (() => void) | undefined
}

/** Who wants to sign in. Whether the address is known here is told to nobody: the next step is the same. */
export function AddressStep({ focus, again, onAsked, onDone }: AddressStepProps) {
  const [first] = useState(() => emailDraft.read() || (again ?? ''))
  const form = useForm(['email'], { email: first }, { keep: keepEmail })
  const start = useStartSignIn()
  const ended = useSessionMark() === 'ended'
  useFocusOf(form, focus)

  function send(event: SubmitEvent) {
    event.preventDefault()
    const email = form.typed.email.trim()
    if (email === '') return form.showFaults({ email: 'Please give your e-mail address' })
    form.send(() => start(email, ({ expiresAt }) => onAsked({ email, expiresAt })))
  }

  return (
    <SignInFrame
      title={
        again === undefined ? (
          <>
            Sign in <em>by e-mail</em>
          </>
        ) : (
          <>
            Confirm that <em>it’s you</em>
          </>
        )
      }
      lead={
        again !== undefined
          ? 'What you’re about to do can’t be undone, so please sign in again first. A code by e-mail brings you back here.'
          : ended
            ? `${endedText.title}. ${endedText.why} A code by e-mail brings you back.`
            : 'We’ll send you a code, so there’s no password to remember. You can book without signing in, but signing in shows your bookings in any browser.'
      }
    >
      <form noValidate onSubmit={send}>
        <EmailField label="E-mail" hint="The address you book with." {...form.control('email')} />
        <Refusal problem={form.problem} />
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          busy={form.busy}
          icon={<Mail size={20} aria-hidden />}
        >
          Send me a code
        </Button>
      </form>
      {passkeysWork() && <PasskeyButton onDone={onDone}>Sign in with a passkey</PasskeyButton>}
    </SignInFrame>
  )
}
