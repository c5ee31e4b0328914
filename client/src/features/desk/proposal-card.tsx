import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { formatDay, formatSpan } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './session.module.css'

export interface ProposalCardProps {
  proposal: NonNullable<Booking['proposal']>
  who: string
  zone: string
  /** Answers why it was refused, or nothing. */
  takeBack: (() => Promise<Problem | null>) | undefined
}

/** What was proposed, while the customer has not answered. */
export function ProposalCard({ proposal, who, zone, takeBack }: ProposalCardProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { startsAt, endsAt, minutes, note } = proposal

  async function press(send: () => Promise<Problem | null>) {
    setBusy(true)
    setProblem(await send())
    setBusy(false)
  }

  return (
    <Notice icon={<Hourglass size={20} />} title={`You proposed another time to ${who}`}>
      <div className={styles.proposal}>
        <p>
          <strong>
            {formatDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
          </strong>{' '}
          · {minutes} min
          {note !== undefined && note !== '' && <> · “{note}”</>}
        </p>
        <p className={styles.minor}>
          Until it is accepted, the session stays where it is. The proposed time is not kept free.
        </p>
        {takeBack && (
          <Button size="s" busy={busy} onClick={() => void press(takeBack)}>
            Take it back
          </Button>
        )}
        {problem && (
          <p role="alert" className={styles.fault}>
            {problem.title}. {problem.detail}
          </p>
        )}
      </div>
    </Notice>
  )
}
