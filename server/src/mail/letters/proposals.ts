import type { BookedRecord, MoreTime, Proposal } from '../../domain/bookings/booking.ts'
import { priceOfMore } from '../../domain/bookings/more-time.ts'
import { type Instant, minute, plus } from '../../domain/time/instant.ts'
import type { Letter } from '../letter/blocks.ts'
import { moneyText } from '../words/money.ts'
import { dayAndTime } from '../words/when.ts'
import { type BookingFacts, otherName, readersZone, subjectOf } from './booking-facts.ts'
import {
  closingBlocks,
  factsBlock,
  joinButton,
  timeBlock,
  topicBlocks,
  waysBlock,
} from './booking-parts.ts'

/**
 * The expert asks for another time, or offers more of it, and the customer is to answer. Throws where neither is so, and
 * for the expert, who knows.
 */
export function proposed(facts: BookingFacts): Letter {
  const { booking, recipient } = facts
  if (booking.state === 'booked' && recipient === 'customer') {
    const { proposal, moreTime } = booking
    if (proposal) return anotherTime(facts, booking, proposal)
    if (moreTime?.by === 'expert') return moreOfIt(facts, booking, moreTime)
  }
  throw new Error(`Booking ${booking.id} asks nothing of its ${recipient}`)
}

function moreOfIt(facts: BookingFacts, booking: BookedRecord, moreTime: MoreTime): Letter {
  const { links } = facts
  const { minutes } = moreTime
  const price = moneyText(priceOfMore(booking, minutes), booking.currency)
  const longer = { startsAt: booking.startsAt, endsAt: plus(booking.endsAt, minutes * minute) }
  return {
    subject: `${minutes} minutes more? ${subjectOf(facts)}`,
    preview: 'Your session stays as it is until you answer.',
    blocks: [
      { kind: 'heading', text: 'Would you like more time?' },
      {
        kind: 'paragraph',
        text: `${otherName(facts)} offers ${minutes} minutes more for ${price}. Your session stays as it is until you agree. The time is not kept free: somebody else may book it first.`,
      },
      timeBlock(facts, longer, { label: 'Offered' }),
      timeBlock(facts, booking, { label: 'Booked' }),
      {
        kind: 'button',
        text: 'Answer',
        href: links.manage,
        note: `Until ${dayAndTime(readersZone(facts), booking.endsAt)}`,
      },
      factsBlock(facts, booking.minutes + minutes),
      {
        kind: 'links',
        links: [
          { text: 'Join the session', href: links.join, note: 'It begins when it did.' },
          { text: 'Test camera, microphone and connection', href: links.practice },
        ],
      },
      ...closingBlocks(facts),
    ],
  }
}

function anotherTime(facts: BookingFacts, booking: BookedRecord, proposal: Proposal): Letter {
  const { links } = facts
  const other = otherName(facts)
  return {
    subject: `Another time? ${subjectOf(facts, proposal.startsAt)}`,
    preview: 'Your session stays where it is until you answer.',
    blocks: [
      { kind: 'heading', text: 'Would another time do?' },
      {
        kind: 'paragraph',
        text: `${other} asks to move your session. It stays where it is until you agree. The proposed time is not held: somebody else may book it first.`,
      },
      timeBlock(facts, proposal, { label: 'Proposed' }),
      timeBlock(facts, booking, { label: 'Booked' }),
      ...(proposal.note
        ? [{ kind: 'quote', label: `What ${other} wrote`, text: proposal.note } as const]
        : []),
      {
        kind: 'button',
        text: 'Answer',
        href: links.manage,
        note: `Until ${dayAndTime(readersZone(facts), answerableUntil(booking, proposal))}`,
      },
      factsBlock(facts, proposal.minutes),
      {
        kind: 'links',
        links: [
          {
            text: 'Join the session',
            href: links.join,
            note: 'At whichever of the two times it is.',
          },
          { text: 'Test camera, microphone and connection', href: links.practice },
        ],
      },
      ...closingBlocks(facts),
    ],
  }
}

/** An answer comes before the time that is asked for, and before the session is over. */
function answerableUntil(booking: BookedRecord, proposal: Proposal): Instant {
  return proposal.startsAt < booking.endsAt ? proposal.startsAt : booking.endsAt
}

/** Nothing comes of the other time: the customer said no, or, to the customer, the expert took it back. */
export function declined(facts: BookingFacts, now: Instant): Letter {
  const other = otherName(facts)
  const text =
    facts.recipient === 'expert'
      ? `${other} declined what you proposed. The session stays as it is.`
      : `${other} no longer proposes anything else. Your session stays as it is.`
  return {
    subject: `No change: ${subjectOf(facts)}`,
    preview: text,
    blocks: [
      { kind: 'heading', text: 'The time has not changed' },
      { kind: 'paragraph', text },
      timeBlock(facts),
      joinButton(facts, now),
      factsBlock(facts),
      ...topicBlocks(facts),
      waysBlock(facts, now),
      ...closingBlocks(facts),
    ],
  }
}
