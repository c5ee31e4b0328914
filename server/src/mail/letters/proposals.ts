import type { BookedRecord, Proposal } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Letter } from '../letter/blocks.ts'
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
 * The expert asks for another time, and the customer is to answer. Throws where nothing is proposed, and for the expert,
 * who knows.
 */
export function proposed(facts: BookingFacts): Letter {
  const { booking, links } = facts
  const proposal = booking.state === 'booked' ? booking.proposal : undefined
  if (booking.state !== 'booked' || !proposal || facts.recipient === 'expert') {
    throw new Error(`Booking ${booking.id} asks nothing of its ${facts.recipient}`)
  }
  const other = otherName(facts)
  return {
    subject: `Another time? ${subjectOf(facts, proposal.startsAt)}`,
    preview: 'Your session stays where it is until you answer.',
    blocks: [
      { kind: 'heading', text: 'Would another time do?' },
      {
        kind: 'paragraph',
        text: `${other} asks to move your session. It stays where it is until you agree. The proposed time is not kept free: whoever takes it first has it.`,
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
      ? `${other} declined the time that you proposed. The session stays where it is.`
      : `${other} no longer asks for another time. Your session stays where it is.`
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
