import type { Instant } from '../../domain/time/instant.ts'
import { clockAt } from '../../domain/time/wall-time.ts'
import type { Letter } from '../letter/blocks.ts'
import { shortened } from '../letter/clean.ts'
import { timeLeft } from '../words/time-left.ts'
import { type BookingFacts, otherName, readersZone, subjectOf } from './booking-facts.ts'
import {
  closingBlocks,
  factsBlock,
  joinButton,
  timeBlock,
  topicBlocks,
  waysBlock,
} from './booking-parts.ts'

/** It starts soon. How soon is told as of `now`, whenever the reminder was due. */
export function reminder(facts: BookingFacts, now: Instant): Letter {
  const { booking } = facts
  const left = timeLeft(booking.startsAt, now, readersZone(facts))
  const starts = left === null ? 'has begun' : `starts ${left}`
  const soon = left === null ? 'It has begun' : left.charAt(0).toUpperCase() + left.slice(1)
  return {
    subject: `${soon}: ${subjectOf(facts)}`,
    preview: `Your session with ${otherName(facts)} ${starts}.`,
    blocks: [
      { kind: 'heading', text: `Your session ${starts}` },
      { kind: 'paragraph', text: `You meet ${otherName(facts)} by video, in your browser.` },
      timeBlock(facts),
      joinButton(facts, now),
      factsBlock(facts),
      ...topicBlocks(facts),
      waysBlock(facts, now),
      ...closingBlocks(facts),
    ],
  }
}

/** The other side is in the room, and the recipient is not. */
export function waiting(facts: BookingFacts, now: Instant): Letter {
  const { booking, links } = facts
  const other = otherName(facts)
  const start = clockAt(readersZone(facts), booking.startsAt)
  const left = timeLeft(booking.startsAt, now, readersZone(facts))
  const starts = left === null ? `began at ${start}` : `starts ${left}`
  return {
    subject: `${shortened(other, 60)} is waiting: your session at ${start}`,
    preview: `Your session ${starts}.`,
    blocks: [
      { kind: 'heading', text: `${other} is waiting for you` },
      {
        kind: 'paragraph',
        text: `The room is open. Your session ${starts}.`,
      },
      { kind: 'button', text: 'Join now', href: links.join },
      timeBlock(facts),
      factsBlock(facts),
      ...topicBlocks(facts),
      waysBlock(facts, now),
      ...closingBlocks(facts),
    ],
  }
}
