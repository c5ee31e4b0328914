import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { lazy, Suspense, useState } from 'react'
import type { Wanted } from '../features/booking/use-hold.ts'
import { Field } from '../ui/field.tsx'

const ReschedulePanel = lazy(async () => ({
  default: (await import('../features/booking/reschedule-panel.tsx')).ReschedulePanel,
}))

export interface DeskProposeProps {
  booking: Booking
  /** Answers why it was refused, or nothing. */
  onPropose: (time: Wanted & { note?: string }) => Promise<Problem | null>
  onClose: () => void
}

/** For the expert: another time that the customer may accept. */
export function DeskPropose({ booking, onPropose, onClose }: DeskProposeProps) {
  const [note, setNote] = useState('')
  const who = booking.customer?.name ?? 'the customer'
  return (
    <Suspense>
      <ReschedulePanel
        booking={booking}
        onMove={(to) => onPropose({ ...to, ...(note.trim() !== '' && { note: note.trim() }) })}
        onClose={onClose}
        words={{
          title: `Propose another time to ${who}`,
          own: 'this session',
          send: 'Propose',
          meanwhile: `The session stays where it is until ${who} accepts. The time that you propose is not kept free meanwhile.`,
        }}
      >
        <Field
          label={`A word to ${who}`}
          optional
          multiline
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </ReschedulePanel>
    </Suspense>
  )
}
