import { CalendarX2, CircleCheck, TimerReset } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { MoreTime, MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import { formatTime } from '../../../../lib/time/time.ts'
import { Button } from '../../../../ui/action/button.tsx'
import { focusHeading } from '../../../../ui/display/focus-heading.ts'
import {
  acceptLabel,
  askedTitle,
  lostText,
  moreOf,
  offerLabel,
  stageOf,
  termsOf,
  waitingTitle,
} from '../../../more-time/more-time-words.ts'
import type { CallFacts, CallTimes } from '../state/call-facts.ts'
import type { RoomMoreTime } from '../state/room-more-time.ts'
import { sessionClock } from '../state/session-clock.ts'
import { Hint } from './hint.tsx'
import styles from './more-time-hint.module.css'

export interface MoreTimeHintProps {
  facts: CallFacts
  times: CallTimes
  moreTime: RoomMoreTime
  /** Epoch milliseconds, on the server's clock. */
  now: number
  zone: string
}

/** More time for the session: offered, asked for, agreed to or not. It stands beside the talk and interrupts nothing. */
export function MoreTimeHint({ facts, times, moreTime, now, zone }: MoreTimeHintProps) {
  const { role, other } = facts
  const { question, busy, problem, news, isPutOff, putOff, send, dismiss } = moreTime
  const box = useRef<HTMLDivElement>(null)
  const ends = formatTime(times.endsAt, zone)

  function press(step: MoreTimeStep) {
    // The button goes with the question: the keyboard begins at the top of the room.
    if (box.current?.contains(document.activeElement) === true) focusHeading()
    send(step)
  }
  const button = (step: MoreTimeStep, label: string, isPrimary = false) => (
    <Button
      size="s"
      variant={isPrimary ? 'primary' : 'quiet'}
      busy={busy === step}
      disabled={busy !== null && busy !== step}
      onClick={() => press(step)}
    >
      {label}
    </Button>
  )

  if (problem) {
    return (
      <Hint tone="held" icon={<CalendarX2 size={20} />} onDismiss={dismiss}>
        <span role="alert">{problem.detail ?? `${problem.title}.`}</span>
      </Hint>
    )
  }
  if (news !== null) {
    return (
      <Hint
        icon={news === 'longer' ? <CircleCheck size={20} /> : <TimerReset size={20} />}
        onDismiss={dismiss}
      >
        {news === 'longer'
          ? `The session is longer now: it ends at ${ends}.`
          : `${other.name} keeps to the time: the session ends at ${ends}.`}
      </Hint>
    )
  }
  if (!question) return null
  const offer = (title: string, text: string, actions: ReactNode) => (
    <div ref={box} className={`glass-pop ${styles.offer}`} role="group" aria-label="More time">
      <span aria-hidden className={styles.icon}>
        <TimerReset size={20} />
      </span>
      <p className={styles.text}>
        <strong>{title}</strong> {text}
      </p>
      <div className={styles.actions}>{actions}</div>
    </div>
  )
  switch (stageOf(question, role)) {
    case 'asked':
      return offer(
        `${askedTitle(question, other.name)}, ${termsOf(question, zone)}.`,
        moreOf(question, role),
        <>
          {button('drop', 'No, thanks')}
          {button('accept', acceptLabel(question, role), true)}
        </>,
      )
    case 'waiting':
      return offer(
        `${waitingTitle(question)}, ${termsOf(question, zone)}.`,
        `${other.name} has to agree.`,
        button('drop', 'Take it back'),
      )
    case 'lost':
      return offer(
        'Somebody was faster.',
        lostText(times.endsAt, zone),
        button('drop', 'All right'),
      )
    case 'open':
      return isAlmostOver(times, now, zone) && !isPutOff
        ? offer(
            role === 'expert' ? 'Not done yet?' : 'Need a little longer?',
            offerText(question, role, zone),
            <>
              <Button size="s" onClick={putOff}>
                Not now
              </Button>
              {button('offer', offerLabel(question, role), true)}
            </>,
          )
        : null
    case 'none':
      return null
  }
}

function isAlmostOver(times: CallTimes, now: number, zone: string): boolean {
  const { stage } = sessionClock(times, now, zone)
  return stage === 'soon' || stage === 'over'
}

function offerText(question: MoreTime, role: CallFacts['role'], zone: string): string {
  const who = role === 'expert' ? 'You can go on' : 'You could go on'
  return `${who} ${termsOf(question, zone)}. ${moreOf(question, role)}`.trim()
}
