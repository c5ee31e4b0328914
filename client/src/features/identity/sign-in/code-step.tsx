import { useEffect, useEffectEvent, type SubmitEvent } from 'react'
import { formatTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { minutesAndSeconds, useCountdown } from '../../../lib/time/server-clock.ts'
import { CodeField } from '../code-field.tsx'
import { CodeOver } from './code-over.tsx'
import { DevMailHint } from '../dev-mail-hint.tsx'
import { PasskeyStep } from './passkey-step.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { SendAgain } from './send-again.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import styles from './code-step.module.css'
import type { Asked } from './use-asked.ts'
import { useCode } from './use-code.ts'

export interface CodeStepProps {
  asked: Asked
  onAsked: (asked: Asked) => void
  onAnother: () => void
  /** Left out where the page goes on by itself: somebody is signed in then who was not before. */
  onDone?: (() => void) | undefined
}

/** The code of the mail, in the browser that asked for it. */
export function CodeStep({ asked, onAsked, onAnother, onDone }: CodeStepProps) {
  const code = useCode(onDone)
  const left = useCountdown(asked.expiresAt)
  const over = left === 0 || code.gone
  useLastMinute(left)
  const focusCode = useEffectEvent(code.focus)
  useEffect(() => {
    if (!over) focusCode()
  }, [over])

  function send(event: SubmitEvent) {
    event.preventDefault()
    code.send()
  }

  function again(next: Asked) {
    code.begin()
    onAsked(next)
    code.focus()
  }

  if (code.problem?.code === 'passkey_needed') return <PasskeyStep onDone={onDone} />
  const until = formatTime(asked.expiresAt, visitorZone())
  return (
    <SignInFrame
      title={
        <>
          Check <em>your e-mail</em>
        </>
      }
      lead={
        over ? (
          <>
            The code went to <strong>{asked.email}</strong>.
          </>
        ) : (
          <>
            A code is on its way to <strong>{asked.email}</strong>. You can also open the link in
            that e-mail.
          </>
        )
      }
    >
      {over ? (
        <CodeOver email={asked.email} onAsked={again} onAnother={onAnother} />
      ) : (
        <form noValidate onSubmit={send}>
          <CodeField
            {...code.control}
            readOnly={code.busy}
            hint={
              <span className={styles.valid}>
                <span aria-hidden>Good for another {minutesAndSeconds(left)}</span>
                <VisuallyHidden>Good until {until}</VisuallyHidden>
              </span>
            }
          />
          <Refusal problem={code.problem} />
          <Button type="submit" variant="primary" size="l" block busy={code.busy}>
            Sign in
          </Button>
        </form>
      )}
      {!over && <SendAgain email={asked.email} onAsked={again} onAnother={onAnother} />}
      <DevMailHint />
    </SignInFrame>
  )
}

/** Told once: a countdown that is read out every second would be in the way. */
function useLastMinute(left: number) {
  const announce = useAnnounce()
  const short = left > 0 && left <= 60
  useEffect(() => {
    if (short) announce('The code expires in one minute. You can ask for another.')
  }, [short, announce])
}
