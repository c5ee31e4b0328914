import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useRef, useState } from 'react'
import { formatDayTime } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './session.module.css'

export interface CancelSessionProps {
  booking: Booking
  zone: string
  /** Answers why it was refused, or nothing. */
  onCancel: (reason: string) => Promise<Problem | null>
  onClose: () => void
}

/** Who cancels on a customer says why. */
export function CancelSession({ booking, zone, onCancel, onClose }: CancelSessionProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const who = booking.customer?.name ?? 'the customer'

  async function cancel() {
    const text = reason.trim()
    setMissing(text === '')
    if (text === '') return field.current?.focus()
    setBusy(true)
    setProblem(await onCancel(text))
    setBusy(false)
  }

  return (
    <Dialog
      open
      firm
      size="s"
      title="Cancel this session?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={busy} onClick={() => void cancel()}>
            Cancel the session
          </Button>
        </>
      }
    >
      <p>
        {who}, {formatDayTime(booking.startsAt, zone)}. The time becomes free again at once. It
        can’t be undone; proposing another time may be kinder.
      </p>
      <Field
        ref={field}
        label={`The reason, for ${who}`}
        multiline
        rows={3}
        required
        maxLength={500}
        value={reason}
        error={missing ? 'Please give a reason: the customer reads it' : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p role="alert" className={styles.fault}>
          {problem.title}. {problem.detail}
        </p>
      )}
    </Dialog>
  )
}
