import { otherRole } from '@expertconnect/contract/calls/other-role'
import type { SaidLate } from '../../domain/bookings/late.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Letter } from '../letter/blocks.ts'
import { shortened } from '../letter/clean.ts'
import { shortWhen } from '../words/when.ts'
import { type BookingFacts, otherName, readersZone } from './booking-facts.ts'
import {
  closingBlocks,
  factsBlock,
  joinButton,
  timeBlock,
  topicBlocks,
  waysBlock,
} from './booking-parts.ts'

/** The other side comes later, or in time after all. It moves nothing. */
export function late(facts: BookingFacts, now: Instant): Letter {
  const { booking, recipient } = facts
  const all = booking.state === 'booked' ? booking.late : undefined
  const said = all?.[otherRole(recipient)]
  const other = otherName(facts)
  const what = whatOf(said)
  const when = shortWhen(readersZone(facts), booking.startsAt)
  const text = said
    ? 'Your session is still booked for the same time. The room opens as planned, and you will see there when they come.'
    : 'What you were told before no longer holds: your session begins as booked.'
  return {
    subject: `${shortened(other, 60)} ${what}: your session on ${when}`,
    preview: text,
    blocks: [
      { kind: 'heading', text: `${other} ${what}` },
      ...(said?.word !== undefined
        ? [{ kind: 'quote', label: `What ${other} wrote`, text: said.word } as const]
        : []),
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

function whatOf(said: SaidLate | undefined): string {
  if (!said) return 'will be on time after all'
  return said.minutes === undefined
    ? 'is running late'
    : `is running about ${said.minutes} minutes late`
}
