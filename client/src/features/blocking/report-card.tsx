import type { Report } from '@expertconnect/contract/blocks/shapes'
import { Ban, CalendarX2, X } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { Card } from '../../ui/display/card.tsx'
import { Decided } from '../../ui/feedback/decided.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './report-card.module.css'

export type Measure = 'block' | 'cancel' | 'dismiss'

interface ReportCardProps {
  report: Report
  onTake: (measure: Measure) => void
}

/** One report with the session that it is about. */
export function ReportCard({ report, onTake }: ReportCardProps) {
  const { booking, reason, by, reportedAt, state, decidedAt, decidedBy, word } = report
  const { expert, customer } = booking
  const zone = visitorZone()
  const name = customer?.name ?? 'Somebody'
  const whose = (
    <VisuallyHidden>
      {' '}
      of {name}, reported by {expert.name}
    </VisuallyHidden>
  )
  return (
    <Card as="li" className={styles.card}>
      <header className={styles.head}>
        <h2>
          <Link to={paths.adminBooking(booking.id)}>
            {name} with {expert.name}
          </Link>
        </h2>
        <p>
          {customer?.email} · {formatDayTime(booking.startsAt, zone)}
          {booking.status !== 'booked' && ` · ${booking.status}`}
        </p>
      </header>
      <blockquote className={styles.reason}>{reason}</blockquote>
      <p className={styles.minor}>
        {expert.name} ({by}), {formatDayTime(reportedAt, zone)}
      </p>
      {state === 'open' ? (
        <div className={styles.actions}>
          <Button icon={<X size={18} aria-hidden />} onClick={() => onTake('dismiss')}>
            Dismiss<VisuallyHidden> the report</VisuallyHidden>
            {whose}
          </Button>
          {booking.allowedActions.includes('cancel') && (
            <Button icon={<CalendarX2 size={18} aria-hidden />} onClick={() => onTake('cancel')}>
              Cancel the session{whose}
            </Button>
          )}
          <Button
            variant="primary"
            icon={<Ban size={18} aria-hidden />}
            onClick={() => onTake('block')}
          >
            Block…<VisuallyHidden> whoever booked the session</VisuallyHidden>
            {whose}
          </Button>
        </div>
      ) : (
        <Decided
          word={state === 'settled' ? 'Settled' : 'Dismissed'}
          yes={state === 'settled'}
          at={decidedAt}
        >
          <p className={styles.word}>
            {[word, decidedBy].filter((each) => each !== undefined).join(' · ')}
          </p>
        </Decided>
      )}
    </Card>
  )
}
