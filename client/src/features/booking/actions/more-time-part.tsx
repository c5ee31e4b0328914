import type { MoreTime, MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { Hourglass, TimerReset } from 'lucide-react'
import { useState } from 'react'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import {
  acceptLabel,
  agreedText,
  askedTitle,
  lostText,
  moreOf,
  offerLabel,
  sentenceOf,
  stageOf,
  waitingTitle,
} from '../../more-time/more-time-words.ts'
import type { Change } from '../change/use-change-booking.ts'
import { otherName } from '../facts/presence-words.ts'
import styles from './proposal-notice.module.css'

export interface MoreTimePartProps {
  booking: Booking
  zone: string
  viewer: Exclude<Party, 'admin'>
  /** Answers why it was refused, or nothing. */
  onChange: (change: Change) => Promise<Problem | null>
}

/** More time for a session, from its page: one side offers it, the other one decides. */
export function MoreTimePart({ booking, zone, viewer, onChange }: MoreTimePartProps) {
  const [busy, setBusy] = useState<MoreTimeStep | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState('')
  const announce = useAnnounce()
  const { moreTime } = booking
  const stage = moreTime ? stageOf(moreTime, viewer) : 'none'
  const answer = (
    <>
      <Refusal problem={problem} />
      {done !== '' && <p>{done}</p>}
    </>
  )
  if (!moreTime || stage === 'none') return answer

  async function send(step: MoreTimeStep) {
    setBusy(step)
    const refused = await onChange({ moreTime: step })
    setProblem(refused)
    const told = refused || step !== 'accept' || !moreTime ? '' : agreedText(moreTime, zone)
    setDone(told)
    if (told !== '') announce(told)
    setBusy(null)
  }
  const button = (step: MoreTimeStep, label: string, isPrimary = false) => (
    <Button
      variant={isPrimary ? 'primary' : 'quiet'}
      busy={busy === step}
      onClick={() => void send(step)}
    >
      {label}
    </Button>
  )

  if (stage === 'open') {
    return (
      <div className={styles.question}>
        {answer}
        <ButtonRow>
          <Button
            size="s"
            icon={<TimerReset size={16} aria-hidden />}
            busy={busy === 'offer'}
            onClick={() => void send('offer')}
          >
            {offerLabel(moreTime, viewer)}
          </Button>
        </ButtonRow>
        <p className={styles.minor}>{sentenceOf(moreTime, zone)}</p>
      </div>
    )
  }
  const who = otherName(booking, viewer)
  return (
    <Notice
      tone={stage === 'asked' ? 'accent' : 'held'}
      role="status"
      icon={stage === 'asked' ? <TimerReset size={20} /> : <Hourglass size={20} />}
      title={titleOf(moreTime, stage, who)}
    >
      <p>
        {stage === 'lost'
          ? lostText(booking.endsAt, zone)
          : `${sentenceOf(moreTime, zone)} ${moreOf(moreTime, viewer)}`}
      </p>
      {stage !== 'lost' && (
        <p className={styles.minor}>
          {stage === 'asked'
            ? 'Until you agree, the session stays as it is. The time is not held: somebody else may book it first.'
            : `The session stays as it is until ${who} agrees. The time is not held.`}
        </p>
      )}
      <Refusal problem={problem} />
      <ButtonRow>
        {stage === 'asked' && button('accept', acceptLabel(moreTime, viewer), true)}
        {button('drop', dropLabels[stage])}
      </ButtonRow>
    </Notice>
  )
}

const dropLabels = { asked: 'No, thanks', waiting: 'Take it back', lost: 'All right' } as const

function titleOf(moreTime: MoreTime, stage: keyof typeof dropLabels, who: string): string {
  if (stage === 'lost') return 'Somebody was faster'
  return stage === 'asked' ? askedTitle(moreTime, who) : waitingTitle(moreTime)
}
