import type { Times } from '../../domain/bookings/booking.ts'
import { type Instant, minute } from '../../domain/time/instant.ts'
import type { Block, Letter } from '../letter/blocks.ts'
import { dayAndTime } from '../words/when.ts'
import { type BookingFacts, otherName, readersZone, subjectOf } from './booking-facts.ts'
import {
  calendarLinks,
  closingBlocks,
  factsBlock,
  joinButton,
  timeBlock,
  topicBlocks,
  waysBlock,
} from './booking-parts.ts'
import { greeting } from './greeting.ts'

/** It is booked. */
export function booked(facts: BookingFacts, now: Instant): Letter {
  const other = otherName(facts)
  if (facts.recipient === 'expert') {
    return {
      subject: `New booking: ${subjectOf(facts)}`,
      preview: previewOf(facts),
      blocks: [
        { kind: 'heading', text: 'You have a new booking' },
        { kind: 'paragraph', text: `${other} booked a session with you.` },
        ...rest(facts, now),
      ],
    }
  }
  return {
    subject: `Booked: ${subjectOf(facts)}`,
    preview: previewOf(facts),
    blocks: [
      { kind: 'heading', text: 'Your session is booked' },
      ...greeting(facts.booking.customer.name),
      { kind: 'paragraph', text: `You meet ${other} by video, in your browser.` },
      ...rest(facts, now, [mistyped]),
    ],
  }
}

/** It is at another time now, or of another length. */
export function moved(facts: BookingFacts, now: Instant): Letter {
  const { booking, from } = facts
  if (from?.startsAt === booking.startsAt) return resized(facts, from, now)
  const other = otherName(facts)
  const text =
    facts.recipient === 'expert'
      ? `${other} moved the session with you to another time.`
      : `You’ll now meet ${other} at another time.`
  return {
    subject: `Moved: ${subjectOf(facts)}`,
    preview: `Now ${previewOf(facts)}`,
    blocks: [
      { kind: 'heading', text: 'Your session was moved' },
      { kind: 'paragraph', text: `${text}${beforeText(facts)}` },
      ...rest(facts, now),
    ],
  }
}

/** It begins when it did, and ends at another time: more time was agreed on, maybe while it goes on. */
function resized(facts: BookingFacts, from: Times, now: Instant): Letter {
  const { booking } = facts
  const before = (from.endsAt - from.startsAt) / minute
  const isLonger = booking.minutes > before
  const text = `Your session with ${otherName(facts)} lasts ${booking.minutes} minutes now instead of ${before}. It begins when it did; the price below is that of the whole session.`
  return {
    subject: `Now ${booking.minutes} minutes: ${subjectOf(facts)}`,
    preview: `Now ${previewOf(facts)}`,
    blocks: [
      { kind: 'heading', text: `Your session is ${isLonger ? 'longer' : 'shorter'}` },
      { kind: 'paragraph', text },
      ...rest(facts, now),
    ],
  }
}

function beforeText(facts: BookingFacts): string {
  if (!facts.from) return ''
  return ` It was planned for ${dayAndTime(readersZone(facts), facts.from.startsAt)}.`
}

/** The customer's name, address, phone or topic was put right. Another address makes other links. */
export function corrected(facts: BookingFacts, now: Instant): Letter {
  if (facts.recipient === 'expert') {
    return {
      subject: `Corrected: ${subjectOf(facts)}`,
      preview: 'The customer corrected their details. The time has not changed.',
      blocks: [
        { kind: 'heading', text: 'Details were corrected' },
        {
          kind: 'paragraph',
          text: 'Your customer corrected their details. Here they are; the time has not changed.',
        },
        ...rest(facts, now),
      ],
    }
  }
  return {
    subject: `Your links: ${subjectOf(facts)}`,
    preview: 'Your details were corrected. Use the links in this e-mail from now on.',
    blocks: [
      { kind: 'heading', text: 'Your details were corrected' },
      ...greeting(facts.booking.customer.name),
      {
        kind: 'paragraph',
        text: 'Use the links in this e-mail from now on: those that went to another address no longer work. The time has not changed.',
      },
      ...rest(facts, now, [mistyped]),
    ],
  }
}

const mistyped =
  'Didn’t book anything? Somebody probably mistyped their address: please cancel it with the link above.'
const invited = 'The invite in this e-mail keeps your calendar up to date.'

/** What all three say, the time first. */
function rest(facts: BookingFacts, now: Instant, more: readonly string[] = []): Block[] {
  return [
    timeBlock(facts),
    joinButton(facts, now),
    factsBlock(facts),
    ...topicBlocks(facts),
    waysBlock(facts, now, calendarLinks(facts)),
    ...closingBlocks(facts, facts.recipient === 'expert' ? [invited, ...more] : more),
  ]
}

function previewOf(facts: BookingFacts): string {
  return `${dayAndTime(readersZone(facts), facts.booking.startsAt)}, ${facts.booking.minutes} minutes by video.`
}
