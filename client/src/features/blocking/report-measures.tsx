import type { Report } from '@expertconnect/contract/blocks/shapes'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { call } from '../../server/api/client.ts'
import { useChange } from '../../server/use-change.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { BlockDialog } from './block-dialog.tsx'
import type { Measure } from './report-card.tsx'

interface ReportMeasureProps {
  report: Report
  measure: Measure
  onClose: () => void
}

/** What is done about a report. Whoever blocks or cancels has settled it. */
export function ReportMeasure({ report, measure, onClose }: ReportMeasureProps) {
  const { id, booking } = report
  const settle = useChange(
    (word: string) => call('decideReport', { params: { id }, body: { state: 'settled', word } }),
    () => undefined,
  )
  if (measure === 'block') {
    return (
      <BlockDialog
        booking={booking}
        side="admin"
        onClose={onClose}
        onBlocked={() => void settle('Blocked')}
      />
    )
  }
  if (measure === 'cancel') {
    return (
      <CancelReported report={report} onClose={onClose} onDone={() => void settle('Cancelled')} />
    )
  }
  return <DismissDialog report={report} onClose={onClose} />
}

interface DialogProps {
  report: Report
  onClose: () => void
}

function CancelReported({ report, onClose, onDone }: DialogProps & { onDone: () => void }) {
  const { id, customer, expert, startsAt } = report.booking
  const toast = useToast()
  const cancel = useChange(
    (reason: string) => call('cancelBookings', { body: { ids: [id], reason } }),
    ({ items }) => {
      onClose()
      const done = items.every(({ outcome }) => outcome === 'cancelled')
      toast(
        done
          ? { tone: 'good', title: 'The session is cancelled' }
          : { title: 'It could not be cancelled', detail: 'It is over, or has just changed.' },
      )
      if (done) onDone()
    },
  )
  return (
    <ReasonDialog
      size="s"
      title="Cancel this session?"
      label="Cancel the session"
      reasonLabel="Why? They will both read this"
      missing="Please give a reason"
      onSend={cancel}
      onClose={onClose}
    >
      <p>
        {customer?.name ?? 'Somebody'} with {expert.name}, {formatDayTime(startsAt, visitorZone())}.
        The time becomes free for others at once, and this cannot be undone.
      </p>
    </ReasonDialog>
  )
}

function DismissDialog({ report: { id, booking }, onClose }: DialogProps) {
  const toast = useToast()
  const dismiss = useChange(
    (word: string) => call('decideReport', { params: { id }, body: { state: 'dismissed', word } }),
    () => {
      onClose()
      toast({ title: 'The report is dismissed' })
    },
  )
  return (
    <ReasonDialog
      size="s"
      title="Dismiss this report?"
      label="Dismiss"
      reasonLabel="Why? It is kept with the report"
      missing="Please say why"
      onSend={dismiss}
      onClose={onClose}
    >
      <p>Nothing will be done about the session of {booking.customer?.name ?? 'somebody'}.</p>
    </ReasonDialog>
  )
}
