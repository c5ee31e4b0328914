import { describeRefusal } from '../../../ui/feedback/describe-refusal.ts'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'
import type { MeetingView } from '../meeting/meeting.ts'
import type { CallFacts } from '../room/state/call-facts.ts'

/** Why one is out of the room; `over` also where one came too late. */
export type ClosingEnd = NonNullable<MeetingView['end']>

export interface ClosingWords {
  readonly title: string
  readonly text: string
  /** Whether it helps to go in again while the room is open. */
  readonly canRejoin: boolean
}

export interface ClosingCase {
  readonly end: ClosingEnd
  readonly problem: MeetingView['problem']
  readonly facts: CallFacts
  readonly isOpen: boolean
  /** Of a session that was moved: its new time, as far as it is known by now. */
  readonly newStart: string | null
  readonly zone: string
}

export function closingWords({
  end,
  problem,
  facts,
  isOpen,
  newStart,
  zone,
}: ClosingCase): ClosingWords {
  const { name } = facts.other
  switch (end) {
    case 'left': {
      const until = facts.times && formatTime(facts.times.closesAt, zone)
      return {
        title: 'You left the session',
        text:
          isOpen && until !== null
            ? `The room with ${name} is open until ${until}: you can come back.`
            : '',
        canRejoin: true,
      }
    }
    case 'over':
      return {
        title: 'The session is over',
        text: `The room with ${name} is closed. Thank you for coming.`,
        canRejoin: false,
      }
    case 'cancelled':
      return {
        title: 'This session was cancelled',
        text: `The session with ${name} won’t take place. The booking says who cancelled it, and why.`,
        canRejoin: false,
      }
    case 'moved':
      return {
        title: 'This session was moved',
        text:
          newStart === null
            ? `The session with ${name} has another time now. The booking says which.`
            : `The session with ${name} is now at ${formatDayTime(newStart, zone)}. The room opens shortly before.`,
        canRejoin: false,
      }
    case 'removed':
      return {
        title: 'You are out of the session',
        text: 'This browser no longer has access: you signed out, or the link was replaced. Sign in again, or use the newest link.',
        canRejoin: true,
      }
    case 'taken_over':
      return {
        title: 'You continued elsewhere',
        text: `The session with ${name} goes on in another tab or on another device of yours.`,
        canRejoin: true,
      }
    case 'refused':
      return {
        title: 'You couldn’t join',
        text: problem
          ? describeRefusal(problem.problem)
          : 'The server didn’t let you in. Please try again.',
        canRejoin: true,
      }
  }
}

/** `42 minutes`, `1 hour 5 minutes`, `less than a minute`. */
export function timeSpent(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return 'less than a minute'
  const hours = Math.floor(minutes / 60)
  const parts = [counted(hours, 'hour'), counted(minutes % 60, 'minute')]
  return parts.filter((part) => part !== '').join(' ')
}

function counted(number: number, what: string): string {
  return number === 0 ? '' : `${number} ${what}${number === 1 ? '' : 's'}`
}
