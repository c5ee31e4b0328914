import type { Booking, BookingAction, Party } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { CalendarSync, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { formatDay, formatDayTime, formatSpan } from '../../../lib/time/time.ts'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import type { Change } from '../change/use-change-booking.ts'
import styles from './proposal-notice.module.css'

type Proposal = NonNullable<Booking['proposal']>

export interface ProposalNoticeProps {
  booking: Booking
  proposal: Proposal
  zone: string
  viewer: Exclude<Party, 'admin'>
  /** Answers why it was refused, or nothing. */
  onChange: (change: Change) => Promise<Problem | null>
}

interface Answer {
  /** What the server has to allow for it. */
  readonly action: BookingAction
  readonly label: string
  readonly change: Change
  readonly primary?: boolean
}

/** Another time that the expert asks for: it is the customer who decides, and until then the expert can take it back. */
export function ProposalNotice(props: ProposalNoticeProps) {
  const { booking, proposal, zone, viewer, onChange } = props
  const { startsAt, endsAt, minutes, note = '' } = proposal
  const [busy, setBusy] = useState<BookingAction | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isExpert = viewer === 'expert'
  const answers = answersOf(viewer, proposal).filter(({ action }) =>
    booking.allowedActions.includes(action),
  )

  async function send({ action, change }: Answer) {
    setBusy(action)
    setProblem(await onChange(change))
    setBusy(null)
  }

  return (
    <Notice
      tone={isExpert ? 'held' : 'accent'}
      icon={isExpert ? <Hourglass size={20} /> : <CalendarSync size={20} />}
      title={
        isExpert
          ? `You proposed another time to ${booking.customer?.name ?? 'the customer'}`
          : `${booking.expert.name} proposes another time`
      }
    >
      <p>
        <strong className="tabular">
          {formatDay(startsAt, zone)}, {formatSpan(startsAt, endsAt, zone)}
        </strong>
        {isExpert ? ` · ${minutes} min` : minutes !== booking.minutes && ` · ${minutes} minutes`}
        {note !== '' && <> · “{note}”</>}
      </p>
      <p className={styles.minor}>
        {isExpert
          ? 'The session stays where it is until the customer accepts. The proposed time is not held.'
          : `Until you accept, your session stays at ${formatDayTime(booking.startsAt, zone)}. The proposed time is not held: somebody else may book it first.`}
      </p>
      <ButtonRow>
        {answers.map((answer) => (
          <Button
            key={answer.action}
            variant={answer.primary === true ? 'primary' : 'quiet'}
            busy={busy === answer.action}
            onClick={() => void send(answer)}
          >
            {answer.label}
          </Button>
        ))}
      </ButtonRow>
      {problem && (
        <p role="alert" className={styles.fault}>
          {problem.title}. {problem.detail}
        </p>
      )}
    </Notice>
  )
}

function answersOf(viewer: Party, { startsAt, minutes }: Proposal): readonly Answer[] {
  const none = { proposal: null }
  if (viewer === 'expert') return [{ action: 'propose', label: 'Withdraw it', change: none }]
  return [
    {
      action: 'accept',
      label: 'Accept the new time',
      change: { startsAt, minutes },
      primary: true,
    },
    { action: 'decline', label: 'Keep my time', change: none },
  ]
}
