import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalCalendarData,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Invite } from '../mail.ts'
import { foldLines } from './fold.ts'
import { calendarAddress, calendarLine, calendarName } from './safe-values.ts'

/** A booking as it stands in the calendar of one of its two sides. */
export interface CalendarEntry {
  readonly booking: BookingRecord
  /** Of the UID. The same for life: another one makes a second entry of every booking. */
  readonly calendarDomain: string
  /** DTSTAMP. Of two files with one SEQUENCE, readers take the later one. */
  readonly stamp: Instant
  readonly reader: 'customer' | 'expert'
  readonly expert: { readonly name: string; readonly headline: string }
  /** The reader's page of the booking, without their token: calendars are shared and synchronised. */
  readonly page: string
}

/** For whom an invite is, and whom their calendar answers to. Both are addresses and nothing more. */
export interface Invited {
  readonly name: string
  readonly email: string
  readonly organizer: string
}

/** The file that the booking's page offers: an entry to keep, without anybody to answer (RFC 5546, PUBLISH). */
export function calendarFile(entry: CalendarEntry): string {
  return write(ICalCalendarMethod.PUBLISH, [eventOf(entry)])
}

/**
 * The entries of one reader, as their calendar reads them again and again. The same entries make the same file, byte for
 * byte: `stamp` of each is when it last changed. Programs that take hints look every hour.
 */
export function calendarFeed(name: string, entries: readonly CalendarEntry[]): string {
  const events = entries.map((entry): ICalEventData => {
    const isCancelled = entry.booking.state === 'cancelled'
    return {
      ...eventOf(entry),
      lastModified: new Date(entry.stamp),
      // Nobody can take an entry out of such a calendar: what is left of a session does not take their time.
      ...(isCancelled ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
      ...(isCancelled ? { description: `This session was cancelled.\n${entry.page}` } : {}),
    }
  })
  return write(ICalCalendarMethod.PUBLISH, events, { name, ttl: 3600 })
}

/** One entry to lie in a calendar of its reader's by itself: there a METHOD is not allowed (RFC 4791, 4.1). */
export function calendarObject(entry: CalendarEntry): string {
  return write(null, [{ ...eventOf(entry), lastModified: new Date(entry.stamp) }])
}

/**
 * The same entry for a mail (RFC 5546). REQUEST, because Outlook and Gmail act on nothing else, with the one who reads it
 * as the one attendee, who has accepted; CANCEL of a cancelled booking. Throws where an address is none.
 */
export function inviteOf(entry: CalendarEntry, { name, email, organizer }: Invited): Invite {
  const isCancelled = entry.booking.state === 'cancelled'
  const address = calendarAddress(email)
  const file = write(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST, [
    {
      ...eventOf(entry),
      lastModified: new Date(entry.stamp),
      organizer: { name: 'ExpertConnect', email: calendarAddress(organizer) },
      attendees: [
        {
          name: calendarName(name) || calendarName(email),
          email: address,
          role: ICalAttendeeRole.REQ,
          status: ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
    },
  ])
  return { method: isCancelled ? 'CANCEL' : 'REQUEST', file }
}

function write(
  method: ICalCalendarMethod | null,
  events: ICalEventData[],
  about: Pick<ICalCalendarData, 'name' | 'ttl'> = {},
): string {
  const prodId = { company: 'ExpertConnect', product: 'ExpertConnect' }
  const calendar = ical({ prodId, method, ...about })
  const [head = ''] = calendar.toString().split('END:VCALENDAR')
  const written = events.map((event) => foldLines(calendar.createEvent(event).toString()))
  // Every line of the format ends so, the last one too.
  return `${head}${written.join('')}END:VCALENDAR\r\n`
}

/** In UTC, so that no reader has to know a zone. One UID for life, and a SEQUENCE that rises with every change. */
function eventOf(entry: CalendarEntry): ICalEventData {
  const { booking, calendarDomain, stamp, page } = entry
  return {
    id: `${booking.id}@${calendarDomain}`,
    sequence: booking.version,
    stamp: new Date(stamp),
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    summary: summaryOf(entry),
    description: descriptionOf(entry),
    location: 'In your browser',
    url: page,
    status: booking.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

function summaryOf({ reader, booking, expert }: CalendarEntry): string {
  const other = calendarName(reader === 'customer' ? expert.name : booking.customer.name)
  const summary = other === '' ? 'Video session' : `Video session with ${other}`
  // Not every calendar shows, or takes out, what has the status.
  return booking.state === 'cancelled' ? `Cancelled: ${summary}` : summary
}

/** Plain text. Nothing of what a customer told but, for their expert, the name above: experts share calendars, too. */
function descriptionOf({ reader, booking, expert, page }: CalendarEntry): string {
  if (booking.state === 'cancelled') {
    return ['This session was cancelled. Please delete this entry from your calendar.', page].join(
      '\n',
    )
  }
  const ways =
    reader === 'customer'
      ? 'Open your booking in the browser you booked with, signed in, or with your private link:'
      : 'Open the session on your desk, signed in:'
  return [
    ...(reader === 'customer' ? [calendarLine(expert.headline), ''] : []),
    ways,
    page,
    '',
    'Declining or deleting this entry does not cancel the session: cancel it on that page.',
  ].join('\n')
}
