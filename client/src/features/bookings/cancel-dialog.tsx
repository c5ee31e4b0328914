import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useState } from 'react'
import { formatDayTime } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './booking-page.module.css'

export interface CancelDialogProps {
  booking: Booking
  zone: string
  /** Answers why it was refused, or nothing. */
  onCancel: (reason: string | undefined) => Promise<Problem | null>
  onClose: () => void
}

/** Asks once, with the deadline and room for a reason. */
export function CancelDialog({ booking, zone, onCancel, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function cancel() {
    setBusy(true)
    const refusal = await onCancel(reason.trim() || undefined)
    setBusy(false)
    setProblem(refusal)
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
        {booking.expert.name}, {formatDayTime(booking.startsAt, zone)}. The time becomes free for
        others at once. Cancelling is free until {formatDayTime(booking.changeableUntil, zone)}.
      </p>
      <Field
        label={`A word to ${booking.expert.name}`}
        optional
        multiline
        rows={2}
        maxLength={500}
        value={reason}
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
