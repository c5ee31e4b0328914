import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { type AttendanceOutcome, attendanceOutcomes } from '@expertconnect/contract/calls/shapes'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { outcomeNames } from '../booking/attendance/attendance-words.ts'

interface DecideDialogProps {
  booking: Booking
  onClose: () => void
}

const options = attendanceOutcomes.map((value) => ({ value, label: outcomeNames[value] }))

/** Says how it was. Both sides read it. */
export function DecideDialog({ booking: { id, attendance }, onClose }: DecideDialogProps) {
  const [outcome, setOutcome] = useState<AttendanceOutcome>(attendance?.outcome ?? 'too_short')
  const toast = useToast()
  const decide = useChange(
    (word: string) =>
      call('decideDispute', { params: { id }, body: { outcome, ...(word && { word }) } }),
    () => {
      onClose()
      toast({
        tone: 'good',
        title: 'Decided',
        detail: 'Both sides can see it on the booking’s page.',
      })
    },
  )
  return (
    <ReasonDialog
      title="How did it go?"
      label="Decide"
      harmless
      reasonLabel="A note to both of them"
      onSend={decide}
      onClose={onClose}
    >
      <Segmented
        legend="How it went"
        showLegend
        stacked
        options={options}
        value={outcome}
        onChange={setOutcome}
      />
    </ReasonDialog>
  )
}
