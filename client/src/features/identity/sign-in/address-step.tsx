import type { Problem } from '@expertconnect/contract/problem'
import { Mail } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { problemOf } from '../../../server/api/problem.ts'
import { endedText } from '../ended-text.ts'
import { useSessionMark } from '../../../server/api/session-mark.ts'
import { Button } from '../../../ui/action/button.tsx'
import { AddressField } from './address-field.tsx'
import { addressFault } from '../../../ui/feedback/describe-refusal.ts'
import { useEmailDraft } from './email-draft.ts'
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
}

/** Who wants to sign in. Whether the address is known here is told to nobody: the next step is the same. */
export function AddressStep({ focus, again, onAsked }: AddressStepProps) {
  const [email, setEmail] = useEmailDraft(again)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const start = useStartSignIn()
  const ended = useSessionMark() === 'ended'
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const fault = empty ? 'Please give your e-mail address' : problem && addressFault(problem)

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (start.isPending) return
    setProblem(null)
    setEmpty(email.trim() === '')
    if (email.trim() === '') return field.current?.focus()
    start.mutate(email, {
      onSuccess: ({ expiresAt }) => onAsked({ email: email.trim(), expiresAt }),
      onError: (error) => {
        const refusal = problemOf(error)
        setProblem(refusal)
        if (addressFault(refusal) !== undefined) field.current?.focus()
      },
    })
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
            Prove it <em>once more</em>
          </>
        )
      }
      lead={
        again !== undefined
          ? 'What you are about to do cannot be undone, so it takes a sign-in of the last ten minutes. A code by e-mail brings you back to it.'
          : ended
            ? `${endedText.title}. ${endedText.why} A code by e-mail brings you back.`
            : 'You get a code, and there is no password to remember. Booking works without signing in; with it, your bookings are with you in every browser.'
      }
    >
      <form noValidate onSubmit={send}>
        <AddressField
          ref={field}
          value={email}
          error={fault ?? undefined}
          hint="The address that you booked with, or will book with."
          onChange={(typed) => {
            setEmail(typed)
            setEmpty(false)
            if (problem && addressFault(problem) !== undefined) setProblem(null)
          }}
        />
        <Refusal problem={problem} />
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          busy={start.isPending}
          icon={<Mail size={20} aria-hidden />}
        >
          Send me a code
        </Button>
      </form>
    </SignInFrame>
  )
}
