import { Clock, ClockAlert } from 'lucide-react'
import { formatTime } from '../../../../lib/time/time.ts'
import { Status } from '../../../../ui/feedback/status.tsx'
import type { CallTimes } from '../state/call-facts.ts'
import { sessionClock } from '../state/session-clock.ts'
import { useMark } from '../state/use-marks.ts'

export interface ClockProps {
  times: CallTimes
  /** Epoch milliseconds, on the server's clock. */
  now: number
  zone: string
}

/** How much of the session is left. The ticking is not read out; what it comes to is. */
export function SessionTime({ times, now, zone }: ClockProps) {
  const { stage, text, mark } = sessionClock(times, now, zone)
  useMark(mark)
  const isUrgent = stage === 'soon' || stage === 'over'
  const Icon = isUrgent ? ClockAlert : Clock
  return (
    <span
      role="timer"
      aria-live="off"
      title={`The session ends at ${formatTime(times.endsAt, zone)}. The room closes at ${formatTime(times.closesAt, zone)}.`}
      data-stage={stage}
      className="tabular"
    >
      <Status tone={isUrgent ? 'held' : 'neutral'} icon={<Icon size={15} aria-hidden />}>
        {text}
        {stage === 'over' && ` · room closes at ${formatTime(times.closesAt, zone)}`}
      </Status>
    </span>
  )
}
