import { formatTime } from '../../../../lib/time/time.ts'
import type { MeetingView, Quality } from '../../meeting/meeting.ts'
import type { CallFacts } from './call-facts.ts'

export interface PhaseWords {
  readonly title: string
  readonly text: string
  /** Something is under way by itself. */
  readonly isBusy: boolean
}

/** What is going on, and what happens next; nothing while two people see each other. */
export function phaseWords(view: MeetingView, facts: CallFacts, now: number, zone: string) {
  const words = wordsOf(view, facts, now, zone)
  return words && { ...words, text: words.text.trim() }
}

function wordsOf(
  view: MeetingView,
  facts: CallFacts,
  now: number,
  zone: string,
): PhaseWords | null {
  const name = shortened(facts.other.name)
  const until = facts.times && formatTime(facts.times.closesAt, zone)
  switch (view.phase) {
    case 'entering':
      return { title: 'Joining', text: 'This takes a moment.', isBusy: true }
    case 'waiting':
      if (view.otherLeft) {
        return {
          title: `${name} left`,
          text: `They may come back${until === null ? '' : `: the room is open until ${until}`}. You will see each other again automatically.`,
          isBusy: false,
        }
      }
      if (facts.practiceUrl !== undefined) {
        return {
          title: 'You are alone in here',
          text: 'Open this page in a second tab of this browser and join there too, to meet yourself. Headphones prevent feedback.',
          isBusy: false,
        }
      }
      return {
        title: `Waiting for ${name}`,
        text: `${facts.isOtherHeldUp ? `${name} is still in a session and will be with you shortly.` : beginning(facts, now, zone)} You see and hear each other as soon as they are here: there’s nothing you need to do.`,
        isBusy: false,
      }
    case 'connecting':
      return {
        title: `Connecting to ${name}`,
        text: 'They are here. Sound and picture follow in a moment.',
        isBusy: true,
      }
    case 'reconnecting':
      return {
        title: 'Reconnecting',
        text: `The connection to ${name} was lost. We’re reconnecting; your microphone and camera stay as they are.`,
        isBusy: true,
      }
    case 'no_path':
      return { title: `Can’t reach ${name} yet`, text: noPath(view, facts), isBusy: true }
    case 'ended':
      return view.end === 'taken_over'
        ? {
            title: 'You are in this session somewhere else',
            text: 'It goes on in another tab or on another device of yours. Here, your camera and microphone are off.',
            isBusy: false,
          }
        : { title: 'The call has ended', text: '', isBusy: false }
    case 'connected':
      return null
  }
}

const longestInWords = 48

/** The longest name must not push out of sight what there is to do. */
function shortened(name: string): string {
  if (name.length <= longestInWords) return name
  return `${Array.from(name)
    .slice(0, longestInWords - 1)
    .join('')
    .trimEnd()}…`
}

function beginning({ times }: CallFacts, now: number, zone: string): string {
  if (!times) return ''
  const at = formatTime(times.startsAt, zone)
  return now < Date.parse(times.startsAt) ? `The session starts at ${at}.` : `It started at ${at}.`
}

/** Without blame, and with what one can do. */
function noPath({ relayFault }: MeetingView, { role, meetingUrl }: CallFacts): string {
  const why =
    relayFault === 'relay_refused'
      ? 'This site’s relay refused the call; the people who run the site have been told.'
      : relayFault === 'relay_unreachable'
        ? 'This site’s relay could not be reached; the people who run the site have been told.'
        : 'Your network, or theirs, is blocking the call.'
  const way =
    meetingUrl === undefined
      ? 'Another network often helps: a phone’s hotspot instead of an office’s Wi-Fi, or no VPN.'
      : role === 'expert'
        ? 'Your own meeting link is shown to them too: you can meet there.'
        : 'You can meet at the expert’s own meeting link instead; it is shown to them too.'
  return `${why} We’ll keep trying. ${way}`
}

const reasons: Readonly<Record<NonNullable<Quality['reason']>, (name: string) => string>> = {
  own_line: () =>
    'Your connection is slow at the moment. Moving closer to the Wi-Fi or turning off video helps.',
  other_line: (name) => `${name}’s connection is slow at the moment.`,
  own_device: () => 'This device is busy. Closing other programs helps.',
  relay: () => 'The call goes through a relay, which makes it slower.',
}

/** Why the connection is weak, and what helps. */
export function qualityReason({ level, reason }: Quality, name: string): string {
  if (level === 'good') return 'Sound and picture get through well.'
  return reason === undefined ? 'Some sound and video is being lost.' : reasons[reason](name)
}

export const qualityNames = { good: 'Good', fair: 'Fair', weak: 'Weak' } as const
