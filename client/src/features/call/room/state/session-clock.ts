import { formatTime } from '../../../../lib/time/time.ts'
import { minutesAndSeconds } from '../../../../lib/time/server-clock.ts'
import type { CallTimes } from './call-facts.ts'

export interface SessionClock {
  /** `soon`: five minutes are left. `over`: the time is up, and the room still open. */
  readonly stage: 'early' | 'running' | 'soon' | 'over' | 'closed'
  readonly text: string
  /** What is said aloud when it changes; the ticking is not. */
  readonly mark: string
}

const soon = 5 * 60_000

/** How much of the session is left at `now` (epoch milliseconds), in words. */
export function sessionClock(times: CallTimes, now: number, zone: string): SessionClock {
  const start = Date.parse(times.startsAt)
  const end = Date.parse(times.endsAt)
  const close = Date.parse(times.closesAt)
  const closes = `The room closes at ${formatTime(times.closesAt, zone)}.`
  if (now < start) {
    return { stage: 'early', text: `Starts in ${counted(start - now)}`, mark: '' }
  }
  if (now < end - soon) return { stage: 'running', text: `${rounded(end - now)} left`, mark: '' }
  if (now < end) {
    const mark = end - now > 60_000 ? 'Five minutes left.' : 'One minute left.'
    return { stage: 'soon', text: `${counted(end - now)} left`, mark }
  }
  if (now < close - soon) {
    const text = now - end < 60_000 ? 'Time is up' : `${rounded(now - end, 'down')} over`
    return { stage: 'over', text, mark: `The time is up. ${closes}` }
  }
  if (now < close) {
    const text = `Closes in ${counted(close - now)}`
    return { stage: 'over', text, mark: `${closes} Five minutes are left until then.` }
  }
  return { stage: 'closed', text: 'The room is closed', mark: 'The room is closed.' }
}

/** `4:09`, up to the full second, so that it never shows 0:00 with time left. */
function counted(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 3600 ? minutesAndSeconds(seconds) : rounded(ms)
}

function rounded(ms: number, way: 'up' | 'down' = 'up'): string {
  const minutes = way === 'up' ? Math.ceil(ms / 60_000) : Math.floor(ms / 60_000)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
