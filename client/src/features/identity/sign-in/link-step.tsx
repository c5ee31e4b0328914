import type { Problem } from '@expertconnect/contract/problem'
import { LogIn } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { problemOf } from '../../../server/api/problem.ts'
import { Button } from '../../../ui/action/button.tsx'
import { AddressField } from './address-field.tsx'
import { addressFault } from '../../../ui/feedback/describe-refusal.ts'
import { useEmailDraft } from './email-draft.ts'
import { useProveSignIn } from './mutations.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import styles from '../../../pages/person/sign-in-page.module.css'

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
  const [email, setEmail] = useEmailDraft()
  const [needed, setNeeded] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (needed) field.current?.focus()
  }, [needed])

  function send(event: SubmitEvent) {
    event.preventDefault()
    if (prove.isPending) return
    setProblem(null)
    const proof = needed ? { link, email: email.trim() } : { link }
    prove.mutate(proof, {
      onSuccess: onDone,
      onError: (error) => {
        const refusal = problemOf(error)
        if (refusal.code === 'address_needed') return setNeeded(true)
        setProblem(refusal)
        field.current?.focus()
      },
    })
  }

  const gone = problem?.code === 'proof_gone'
  const fault = gone
    ? 'This link does not open with this address. Is there a typo in it? Otherwise the link is over: it works for ten minutes and one sign-in.'
    : problem && addressFault(problem)
  return (
    <SignInFrame
      title={
        <>
          Sign in <em>here?</em>
        </>
      }
      lead={
        needed
          ? 'The link was asked for in another browser. Please type the address that the mail came to, then it works here too.'
          : 'You have opened the link of a sign-in mail. One press, and you are signed in in this browser.'
      }
    >
      <form noValidate onSubmit={send}>
        {needed && (
          <AddressField
            ref={field}
            value={email}
            error={fault ?? undefined}
            hint="The one that stands in the mail as its recipient."
            onChange={(typed) => {
              setEmail(typed)
              setProblem(null)
            }}
          />
        )}
        {!gone && <Refusal problem={problem} />}
        <Button
          type="submit"
          variant="primary"
          size="l"
          block
          busy={prove.isPending}
          icon={<LogIn size={20} aria-hidden />}
        >
          Sign in
        </Button>
      </form>
      {needed && (
        <div className={styles.row}>
          <Button onClick={onLeave}>Have a code sent instead</Button>
        </div>
      )}
    </SignInFrame>
  )
}
