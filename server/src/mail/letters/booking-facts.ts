import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { oneLine, shortened } from '../letter/clean.ts'
import { shortWhen } from '../words/when.ts'

/** What a mail about a booking is written from. It is for one of the two sides, and for nobody else. */
export interface BookingFacts {
  readonly recipient: 'customer' | 'expert'
  /** The recipient's address. */
  readonly to: string
  readonly booking: BookingRecord
  readonly expert: {
    readonly name: string
    readonly headline: string
    /** The zone of the expert's schedule. */
    readonly timeZone: string
  }
  /** Absolute addresses. A token in them is the recipient's own. */
  readonly links: {
    /** The room. */
    readonly join: string
    /** The booking's page, or the session's page of the desk. */
    readonly manage: string
    /** Where camera, microphone and connection are tested. */
    readonly practice: string
  }
  /** Of what was moved: the time before, where it is known. */
  readonly from?: { readonly startsAt: Instant; readonly endsAt: Instant }
  /** What else there is at its time, in a calendar of the expert’s. */
  readonly clash?: { readonly calendar: string; readonly from: Instant; readonly to: Instant }
  /** The address of the installation, which calendars answer to. */
  readonly organizer: string
  /** Of the UID of calendar entries, for life. */
  readonly calendarDomain: string
  /** When the booking became what it is. */
  readonly revisedAt: Instant
}

/** The zone that the recipient lives by. */
export function readersZone({ recipient, booking, expert }: BookingFacts): string {
  return recipient === 'customer' ? booking.timeZone : expert.timeZone
}

export function othersZone({ recipient, booking, expert }: BookingFacts): string {
  return recipient === 'customer' ? expert.timeZone : booking.timeZone
}

/** The name of whom the recipient meets. */
export function otherName({ recipient, booking, expert }: BookingFacts): string {
  return oneLine(recipient === 'customer' ? expert.name : booking.customer.name)
}

/** `Ada Lovelace, Tue 12 Jan, 14:30`: the part of a subject that tells one booking from another. */
export function subjectOf(facts: BookingFacts, startsAt = facts.booking.startsAt): string {
  return `${shortened(otherName(facts), 60)}, ${shortWhen(readersZone(facts), startsAt)}`
}
