import type { Problem } from '@expertconnect/contract/problem'
import type { CallAnswer } from '@expertconnect/contract/endpoints'
import { ArrowLeft, MailCheck, RotateCw } from 'lucide-react'
import { useEffect, useEffectEvent, useState, type SubmitEvent } from 'react'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'
import { useCountdown } from '../../../lib/time/server-clock.ts'
import { call } from '../../../server/api/client.ts'
import { useSend } from '../../../server/use-send.ts'
import { Button } from '../../../ui/action/button.tsx'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { useAttempt } from '../../../ui/form/use-attempt.ts'
import { CodeField } from '../../identity/code-field.tsx'
import { DevMailHint } from '../../identity/dev-mail-hint.tsx'
import { useCode } from '../../identity/sign-in/use-code.ts'
import styles from './proof-step.module.css'
import { useConfirm } from './use-confirm.ts'

type Kept = NonNullable<Problem['kept']>

export interface ProofStepProps {
  kept: Kept
  /** The address that is to be proved. */
  email: string
  startsAt: string
  zone: string
  /** It is booked already, by the link of the mail in another browser. */
  booked: boolean
  onBooked: (created: CallAnswer<'confirmBooking'>) => void
  /** Back to what was typed. */
  onBack: () => void
}

/** A code from a mail, before a time that is kept becomes a booking. */
export function ProofStep(props: ProofStepProps) {
  const { kept, email, startsAt, zone, onBack } = props
  // The board hears of it before the answer comes: what waits for that must stay.
  const [confirming, setConfirming] = useState(false)
  const booked = props.booked && !confirming
  const left = useCountdown(kept.expiresAt)
  const when = formatDayTime(startsAt, zone)
  return (
    <section className={styles.step} aria-labelledby="proof">
      <h2 id="proof">{booked ? 'Booked' : 'One more step'}</h2>
      {booked ? (
        <Notice role="status" icon={<MailCheck size={20} />} title="Your session is booked">
          <p>
            You opened the link in the e-mail. The confirmation with your private link is on its way
            to <strong>{email}</strong>.
          </p>
        </Notice>
      ) : left === 0 && !confirming ? (
        <Notice role="alert" icon={<MailCheck size={20} />} title="The time is free again">
          <p>
            {when} was held for fifteen minutes. Everything you typed is still here: go back and try
            again.
          </p>
        </Notice>
      ) : (
        <>
          <p>
            <strong>{when}</strong> is held for you until {formatTime(kept.expiresAt, zone)}. It
            will be booked as soon as you have confirmed that <strong>{email}</strong> is yours.
          </p>
          <Code {...props} onConfirm={() => setConfirming(true)} />
        </>
      )}
      {!booked && (
        <div>
          <Button
            variant="plain"
            size="s"
            icon={<ArrowLeft size={18} aria-hidden />}
            onClick={onBack}
          >
            Back to your details
          </Button>
        </div>
      )}
    </section>
  )
}

interface CodeProps extends ProofStepProps {
  /** The code was right, and the booking is being made. */
  onConfirm: () => void
}

function Code({ kept, email, onBooked, onConfirm }: CodeProps) {
  const start = useSend(() => call('startSignIn', { body: { email, bookingId: kept.id } }))
  const confirm = useConfirm(kept.id)
  const mail = useAttempt()
  const booking = useAttempt()
  const [sent, setSent] = useState(false)
  const code = useCode(() => void book())

  function book() {
    onConfirm()
    return booking.send(() => confirm(undefined, onBooked))
  }

  function ask() {
    void mail.send(() =>
      start(undefined, () => {
        setSent(true)
        code.begin()
      }),
    )
  }
  const begin = useEffectEvent(() => {
    code.focus()
    ask()
  })
  useEffect(() => begin(), [])

  function send(event: SubmitEvent) {
    event.preventDefault()
    // The code was right, and the answer to what followed was lost.
    if (booking.problem) void book()
    else code.send()
  }

  const busy = code.busy || booking.busy
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <p role="status">
        {sent
          ? 'We’ve e-mailed you a code. You can also open the link in that e-mail.'
          : 'A code is on its way to you.'}
      </p>
      <Refusal problem={mail.problem} />
      <CodeField {...code.control} readOnly={busy} />
      <Refusal problem={booking.problem ?? code.problem} />
      <Button type="submit" variant="primary" size="l" block busy={busy}>
        Confirm booking
      </Button>
      <ButtonRow>
        <Button busy={mail.busy} icon={<RotateCw size={18} aria-hidden />} onClick={() => ask()}>
          Send another code
        </Button>
      </ButtonRow>
      <DevMailHint />
    </form>
  )
}
