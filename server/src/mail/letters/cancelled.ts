import type { CancelledRecord } from '../../domain/bookings/booking.ts'
import type { Block, Letter } from '../letter/blocks.ts'
import { type BookingFacts, otherName, subjectOf } from './booking-facts.ts'
import { closingBlocks, timeBlock, whoFacts } from './booking-parts.ts'

/** It is not going to be: who says so, and why. Throws for a booking that stands. */
export function cancelled(facts: BookingFacts): Letter {
  const { booking, links, recipient } = facts
  if (booking.state !== 'cancelled') throw new Error(`Booking ${booking.id} is not cancelled`)
  const text = whoCancelled(facts, booking)
  return {
    subject: `Cancelled: ${subjectOf(facts)}`,
    preview: text,
    blocks: [
      { kind: 'heading', text: 'Your session was cancelled' },
      { kind: 'paragraph', text },
      timeBlock(facts, booking, { label: 'Cancelled', void: true }),
      ...reasonBlocks(facts, booking),
      { kind: 'facts', facts: whoFacts(facts) },
      {
        kind: 'links',
        links: [
          {
            text: recipient === 'customer' ? 'Open your booking' : 'Open the session',
            href: links.manage,
            note: 'The invite in this e-mail removes it from your calendar.',
          },
        ],
      },
      ...closingBlocks(facts),
    ],
  }
}

function whoCancelled(facts: BookingFacts, { cancelledBy }: CancelledRecord): string {
  const other = otherName(facts)
  if (cancelledBy === facts.recipient) return `You cancelled your session with ${other}.`
  if (cancelledBy === 'admin') {
    return `An administrator of ExpertConnect cancelled your session with ${other}.`
  }
  return `${other} cancelled the session with you.`
}

/** Nobody is told their own words: whoever mistypes an address could write to a stranger by them. */
function reasonBlocks(
  facts: BookingFacts,
  { cancelledBy, cancelReason }: CancelledRecord,
): Block[] {
  if (!cancelReason || cancelledBy === facts.recipient) return []
  const label = cancelledBy === 'admin' ? 'Why' : `What ${otherName(facts)} wrote`
  return [{ kind: 'quote', label, text: cancelReason }]
}
