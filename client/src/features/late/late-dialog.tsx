import type { LateInput } from '@expertconnect/contract/bookings/late'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'

interface LateDialogProps {
  bookingId: string
  token: string
  other: string
  onSaid: () => void
  onClose: () => void
}

type Minutes = NonNullable<LateInput['minutes']>

const options = ([5, 10, 15] as const).map((value) => ({ value, label: `${value} minutes` }))

/** By how much, and a word if one likes. */
export function LateDialog({ bookingId, token, other, onSaid, onClose }: LateDialogProps) {
  const [minutes, setMinutes] = useState<Minutes>(5)
  const toast = useToast()
  const send = useSend(
    (word: string) =>
      call(
        'sayLate',
        { params: { id: bookingId }, body: { minutes, ...(word && { word }) } },
        { bearer: token },
      ),
    {
      onDone: () => {
        onSaid()
        onClose()
        toast({ tone: 'good', title: `${other} knows` })
      },
    },
  )
  return (
    <ReasonDialog
      size="s"
      title="Running late?"
      label="Tell them"
      keep="Not now"
      harmless
      maxLength={200}
      reasonLabel="A short note"
      onSend={(word) => send(word)}
      onClose={onClose}
    >
      <p>{other} will see it at once. The session stays at the booked time.</p>
      <Segmented
        legend="About how late?"
        showLegend
        options={options}
        value={minutes}
        onChange={setMinutes}
      />
    </ReasonDialog>
  )
}
