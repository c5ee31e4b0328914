import { useEffect, useEffectEvent, type SubmitEvent } from 'react'
import { DevMailHint } from '../dev-mail-hint.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { formatTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useCountdown } from '../../../lib/time/server-clock.ts'
import styles from './address-codes.module.css'
import { type CodeField, useAddressCodes } from './use-address-codes.ts'

export interface AddressCodesProps {
  current: string
  next: string
  expiresAt: string
  onAnother: () => void
  onDone: () => void
}

/** The codes of both mails, in the browser that asked for them. */
export function AddressCodes({ current, next, expiresAt, onAnother, onDone }: AddressCodesProps) {
  const codes = useAddressCodes(onDone)
  const over = useCountdown(expiresAt) === 0 || codes.gone
  const focusFirst = useEffectEvent(() => codes.focus('currentCode'))
  useEffect(() => focusFirst(), [])

  if (over) {
    return (
      <>
        <p role="alert">
          <strong>These codes have expired.</strong> They last ten minutes and five tries. Your
          address is still {current}.
        </p>
        <div>
          <Button onClick={onAnother}>Ask for new codes</Button>
        </div>
      </>
    )
  }

  function send(event: SubmitEvent) {
    event.preventDefault()
    codes.send()
  }

  return (
    <form noValidate onSubmit={send}>
      <p className={styles.minor}>
        Two e-mails are on their way. Their codes are good until{' '}
        {formatTime(expiresAt, visitorZone())}.
      </p>
      <div className={styles.codes}>
        <CodeInput name="currentCode" label={`Code sent to ${current}`} codes={codes} />
        <CodeInput name="newCode" label={`Code sent to ${next}`} codes={codes} />
      </div>
      <Refusal problem={codes.problem} />
      <div className={styles.row}>
        <Button type="submit" variant="primary" busy={codes.busy}>
          Change my address
        </Button>
        <Button onClick={onAnother}>Another address</Button>
      </div>
      <DevMailHint />
    </form>
  )
}

interface CodeInputProps {
  name: CodeField
  label: string
  codes: ReturnType<typeof useAddressCodes>
}

function CodeInput({ name, label, codes }: CodeInputProps) {
  return (
    <Field
      {...codes.control(name)}
      name={name}
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      readOnly={codes.busy}
    />
  )
}
