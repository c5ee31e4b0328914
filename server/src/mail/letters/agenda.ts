import type { Block, Letter } from '../letter/blocks.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { shortWhen, whenOf } from '../words/when.ts'
import type { BookingFacts } from './booking-facts.ts'

export interface AgendaFacts extends Pick<BookingFacts, 'to' | 'expert'> {
  /** Of one day on the expert's calendar, by start. */
  readonly sessions: readonly [AgendaSession, ...AgendaSession[]]
  /** The address of the desk. */
  readonly desk: string
}

export interface AgendaSession {
  readonly booking: BookingFacts['booking']
  /** With the expert's own token. */
  readonly links: Pick<BookingFacts['links'], 'join' | 'manage'>
}

/** With more, Gmail would cut the mail off. */
const listedAtMost = 20

/** The sessions of a day, for their expert. */
export function composeAgenda(facts: AgendaFacts): Mail {
  return writeMail(facts.to, agenda(facts))
}

function agenda({ sessions, expert, desk }: AgendaFacts): Letter {
  const [first] = sessions
  const zone = expert.timeZone
  const last = sessions.at(-1) ?? first
  const whole = { startsAt: first.booking.startsAt, endsAt: last.booking.endsAt }
  const when = whenOf(whole, zone, zone)
  const number = sessions.length === 1 ? 'one session' : `${sessions.length} sessions`
  const left = sessions.length - listedAtMost
  return {
    subject: `Your day: ${number}, the first ${shortWhen(zone, first.booking.startsAt)}`,
    preview: `From ${when.span.replace(' – ', ' to ')}.`,
    blocks: [
      { kind: 'heading', text: when.day },
      { kind: 'paragraph', text: `You have ${number}. Times are in ${when.zone}.` },
      ...sessions.slice(0, listedAtMost).flatMap((session) => sessionBlocks(session, zone)),
      { kind: 'divider' },
      ...(left > 0 ? [{ kind: 'paragraph', text: `And ${left} more on your desk.` } as const] : []),
      { kind: 'button', text: 'Open your desk', href: desk },
      {
        kind: 'note',
        text: 'Replies to this e-mail aren’t read: write to your customers, or use your desk.',
      },
    ],
  }
}

/** Without topics, which may be long: the session's page has them. */
function sessionBlocks({ booking, links }: AgendaSession, zone: string): Block[] {
  const { customer, minutes } = booking
  const { span, there } = whenOf(booking, zone, booking.timeZone)
  const lines = [
    `${minutes} minutes`,
    ...(there === null ? [] : [there]),
    customer.email,
    ...(customer.phone ? [customer.phone] : []),
  ]
  return [
    { kind: 'time', title: customer.name, span, lines },
    {
      kind: 'links',
      links: [
        { text: 'Join', href: links.join },
        { text: 'Ask for another time, or cancel', href: links.manage },
      ],
    },
  ]
}
