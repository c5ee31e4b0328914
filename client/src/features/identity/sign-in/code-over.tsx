import { Cookie, TimerOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
import { useStartSignIn } from './mutations.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import type { SendAgainProps } from './send-again.tsx'
import { Ways } from './ways.tsx'

/** No code of that mail will do any more. The focus comes to the way on: the field that had it is gone. */
export function CodeOver({ email, onAsked, onAnother }: SendAgainProps) {
  const start = useStartSignIn()
  const { busy, problem, send } = useAttempt()
  const wayOn = useRef<HTMLButtonElement>(null)
  useEffect(() => wayOn.current?.focus(), [])

  function again() {
    void send(() => start(email, ({ expiresAt }) => onAsked({ email, expiresAt })))
  }

  return (
    <>
      {!navigator.cookieEnabled ? (
        <Notice role="alert" icon={<Cookie size={20} />} title="This browser blocks cookies">
          <p>
            You can’t sign in without them, whatever code you enter. Allow cookies for this site,
            then send a new code.
          </p>
        </Notice>
      ) : (
        <Notice role="alert" icon={<TimerOff size={20} />} title="This code has expired">
          <p>
            A code is good for ten minutes, five tries and one sign-in. A new one is sent at once.
          </p>
        </Notice>
      )}
      <Refusal problem={problem} />
      <Ways>
        <Button ref={wayOn} variant="primary" busy={busy} onClick={() => again()}>
          Send a new code
        </Button>
        <Button onClick={onAnother}>Another address</Button>
      </Ways>
    </>
  )
}
