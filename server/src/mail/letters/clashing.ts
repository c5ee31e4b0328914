import type { Letter } from '../letter/blocks.ts'
import { oneLine, shortened } from '../letter/clean.ts'
import { dayAndTime } from '../words/when.ts'
import { type BookingFacts, otherName, readersZone, subjectOf } from './booking-facts.ts'
import { closingBlocks, factsBlock, timeBlock, topicBlocks } from './booking-parts.ts'

/** Something else has come into a calendar of the expert's. Throws where nothing has, and for the customer. */
export function clashing(facts: BookingFacts): Letter {
  const { booking, clash, links } = facts
  if (!clash || facts.recipient === 'customer') {
    throw new Error(
      `Nothing clashes with booking ${booking.id} that its ${facts.recipient} is told`,
    )
  }
  const zone = readersZone(facts)
  const calendar = shortened(oneLine(clash.calendar), 60)
  const text = `Your calendar “${calendar}” is busy from ${dayAndTime(zone, clash.from)} to ${dayAndTime(zone, clash.to)}. The session with ${otherName(facts)} stands until you move or cancel it.`
  return {
    subject: `Two things at once: ${subjectOf(facts)}`,
    preview: `Your calendar “${calendar}” has something else then.`,
    blocks: [
      { kind: 'heading', text: 'You have something else then' },
      { kind: 'paragraph', text },
      timeBlock(facts),
      { kind: 'button', text: 'See the session', href: links.manage },
      factsBlock(facts),
      ...topicBlocks(facts),
      ...closingBlocks(facts),
    ],
  }
}
