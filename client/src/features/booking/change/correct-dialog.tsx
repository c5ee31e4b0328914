import type { BookingCorrect } from '@expertconnect/contract/bookings/changes'
import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { Suspense, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { Button } from '../../../ui/action/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { type Draft, fields } from '../../book/contact/draft.ts'
import { LazyContactForm } from '../../book/contact/lazy-form.ts'
import { SendProblem } from '../../book/contact/send-problem.tsx'
import styles from './correct-dialog.module.css'

type Correction = Omit<z.infer<typeof BookingCorrect>, 'version'>

export interface CorrectDialogProps {
  booking: Booking
  /** Answers why it was refused, or nothing. */
  onSave: (correction: Correction) => Promise<Problem | null>
  onClose: () => void
}

/** Mending a mistake in what was typed. A new address makes a new private link, and that is said beforehand. */
export function CorrectDialog({ booking, onSave, onClose }: CorrectDialogProps) {
  const before = draftOf(booking)
  const [draft, setDraft] = useState(before)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function save() {
    const correction = difference(before, draft)
    if (busy) return
    if (correction === null) return onClose()
    setBusy(true)
    setProblem(await onSave(correction))
    setBusy(false)
  }

  return (
    <Dialog
      open
      firm
      title="Correct your details"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button variant="primary" busy={busy} onClick={() => form.current?.requestSubmit()}>
            Save
          </Button>
        </>
      }
    >
      <Suspense fallback={<Skeleton height="24rem" radius={16} />}>
        <LazyContactForm
          ref={form}
          draft={draft}
          expertName={booking.expert.name}
          problem={problem}
          onDraft={(part) => setDraft((typed) => ({ ...typed, ...part }))}
          onSend={() => void save()}
        >
          {draft.email.trim() !== before.email && (
            <p className={styles.note}>
              With a different address, this booking gets a new private link; the old one stops
              working.
            </p>
          )}
          {problem && <SendProblem problem={problem} />}
        </LazyContactForm>
      </Suspense>
    </Dialog>
  )
}

function draftOf({ customer, topic }: Booking): Draft {
  return {
    name: customer?.name ?? '',
    email: customer?.email ?? '',
    phone: customer?.phone ?? '',
    topic: topic ?? '',
  }
}

/** Only what was changed. An emptied phone or topic is removed. */
function difference(before: Draft, after: Draft): Correction | null {
  const changed = fields.filter((field) => before[field] !== after[field].trim())
  if (changed.length === 0) return null
  const customer = Object.fromEntries(
    changed.filter((field) => field !== 'topic').map((field) => [field, after[field].trim()]),
  )
  return {
    ...(Object.keys(customer).length > 0 && { customer }),
    ...(changed.includes('topic') && { topic: after.topic.trim() }),
  }
}
