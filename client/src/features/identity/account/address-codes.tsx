import { useEffect, useRef } from 'react'
import type { SubmitEvent } from 'react'
import { DevMailHint } from '../dev-mail-hint.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { formatTime, visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useCountdown } from '../../../lib/time/use-countdown.ts'
import styles from '../../../pages/person/account-page.module.css'
import { type AddressControl, type CodeField, useAddressCodes } from './use-address-codes.ts'

export interface AddressCodesProps {
  current: string
  next: string
  expiresAt: string
  onAnother: () => void
  onDone: () => void
}

/** The codes of both mails, in the browser that asked for them. */
export function AddressCodes({ current, next, expiresAt, onAnother, onDone }: AddressCodesProps) {
  const form = useRef<HTMLFormElement>(null)
  const control = useAddressCodes((wrong) => {
    const field = form.current?.querySelector<HTMLInputElement>(`[name=${wrong}]`)
    field?.focus()
    field?.select()
  }, onDone)
  const over = useCountdown(expiresAt) === 0 || control.gone
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  if (over) {
    return (
      <>
        <p role="alert">
          <strong>These codes are over.</strong> They are good for ten minutes and for five tries.
          Your address is still {current}.
        </p>
        <div>
          <Button onClick={onAnother}>Ask for new codes</Button>
        </div>
      </>
    )
  }

  function send(event: SubmitEvent) {
    event.preventDefault()
    control.send()
  }

  return (
    <form ref={form} noValidate onSubmit={send}>
      <p className={styles.minor}>
        Two mails are on their way. Their codes are good until{' '}
        {formatTime(expiresAt, visitorZone())}.
      </p>
      <div className={styles.codes}>
        <CodeInput name="currentCode" label={`Code sent to ${current}`} control={control} />
        <CodeInput name="newCode" label={`Code sent to ${next}`} control={control} />
      </div>
      <Refusal problem={control.problem} />
      <div className={styles.row}>
        <Button type="submit" variant="primary" busy={control.busy}>
          Change my address
        </Button>
        <Button onClick={onAnother}>Another address</Button>
      </div>
      <DevMailHint />
    </form>
  )
}

function CodeInput(props: { name: CodeField; label: string; control: AddressControl }) {
  const { name, label, control } = props
  return (
    <Field
      name={name}
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      readOnly={control.busy}
      value={control.codes[name]}
      error={control.faults[name]}
      onChange={(event) => control.type(name, event.target.value)}
    />
  )
}
