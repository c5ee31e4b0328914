import { type BookingRecord, priceOf } from '../../domain/bookings/booking.ts'
import { changeableUntil } from '../../domain/bookings/policy.ts'
import { roomOpensAt } from '../../domain/calls/room.ts'
import { type Instant, minute } from '../../domain/time/instant.ts'
import type { Block, Fact, Link } from '../letter/blocks.ts'
import { moneyText } from '../words/money.ts'
import { dayAndTime, whenOf } from '../words/when.ts'
import { type BookingFacts, otherName, othersZone, readersZone } from './booking-facts.ts'

/** When it is on the recipient's clock, and on the other's where that shows something else. */
export function timeBlock(
  facts: BookingFacts,
  times: Pick<BookingRecord, 'startsAt' | 'endsAt'> = facts.booking,
  look: { readonly label?: string; readonly void?: boolean } = {},
): Block {
  const { day, span, zone, there } = whenOf(times, readersZone(facts), othersZone(facts))
  return { kind: 'time', ...look, title: day, span, lines: there === null ? [zone] : [zone, there] }
}

/** The room's address is what most people open a mail for: it comes first. */
export function joinButton({ links, booking }: BookingFacts, now: Instant): Block {
  const opensAt = roomOpensAt(booking)
  const minutes = Math.round((booking.startsAt - opensAt) / minute)
  const note =
    now < opensAt
      ? `It opens ${minutes} minutes before the start. There is nothing to install.`
      : 'It is open. There is nothing to install.'
  return { kind: 'button', text: 'Join the session', href: links.join, note }
}

/** Whom one meets, how long and for how much. Of a customer, their expert gets all that they told. */
export function factsBlock(facts: BookingFacts, minutes: number = facts.booking.minutes): Block {
  return { kind: 'facts', facts: [...whoFacts(facts), ...termsFacts(facts, minutes)] }
}

export function whoFacts({ recipient, expert, booking: { customer } }: BookingFacts): Fact[] {
  if (recipient === 'customer') return [{ label: 'With', lines: [expert.name, expert.headline] }]
  return [
    { label: 'Customer', lines: [customer.name] },
    { label: 'E-mail', lines: [customer.email] },
    ...(customer.phone ? [{ label: 'Phone', lines: [customer.phone] }] : []),
  ]
}

function termsFacts({ recipient, expert, booking }: BookingFacts, minutes: number): Fact[] {
  const settled =
    recipient === 'customer'
      ? `Nothing is charged here: you settle with ${expert.name}.`
      : 'You settle it with the customer.'
  const price = moneyText(priceOf(booking.hourlyRate, minutes), booking.currency)
  return [
    { label: 'Length', lines: [`${minutes} minutes`] },
    { label: 'Price', lines: [price, settled] },
  ]
}

/**
 * What the customer wants to talk about, for the expert alone. The customer knows it, and whoever only has an address
 * that somebody mistyped shall not read it.
 */
export function topicBlocks({ recipient, booking }: BookingFacts): Block[] {
  if (recipient === 'customer' || !booking.topic) return []
  return [{ kind: 'quote', label: 'What it is about', text: booking.topic }]
}

/** What else can be done, the page of the booking before the test of the device. */
export function waysBlock(facts: BookingFacts, now: Instant, more: readonly Link[] = []): Block {
  const practice: Link = {
    text: 'Test camera, microphone and connection',
    href: facts.links.practice,
  }
  return { kind: 'links', links: [manageLink(facts, now), ...more, practice] }
}

function manageLink(facts: BookingFacts, now: Instant): Link {
  const { recipient, booking, links } = facts
  if (recipient === 'expert') return { text: 'Ask for another time, or cancel', href: links.manage }
  const until = changeableUntil(booking)
  if (now > until) {
    const note = 'It is too late to move or cancel it.'
    return { text: 'Open your booking', href: links.manage, note }
  }
  const note = `Until ${dayAndTime(readersZone(facts), until)}`
  return { text: 'Move or cancel', href: links.manage, note }
}

/** The page has more ways into a calendar; the desk has none. */
export function calendarLinks({ recipient, links }: BookingFacts): Link[] {
  if (recipient === 'expert') return []
  const note = 'The invite in this e-mail does it; the page of your booking has other ways.'
  return [{ text: 'Add it to your calendar', href: links.manage, note }]
}

/** How to be heard: what comes back to this mail's sender is read by nobody. */
export function closingBlocks(facts: BookingFacts, more: readonly string[] = []): Block[] {
  const reply =
    facts.recipient === 'customer'
      ? `Replies to this e-mail aren’t read, not by ${otherName(facts)} either. Please use the page of your booking for any changes.`
      : `Replies to this e-mail aren’t read, not by the customer either. Write to ${facts.booking.customer.email}, or use the page of the session.`
  const secret =
    facts.recipient === 'customer'
      ? 'The links in this e-mail are yours alone: they open your booking without signing in.'
      : 'The links in this e-mail are yours alone: they open this session without signing in.'
  return [
    { kind: 'divider' },
    ...[reply, secret, ...more].map((text): Block => ({ kind: 'note', text })),
  ]
}
