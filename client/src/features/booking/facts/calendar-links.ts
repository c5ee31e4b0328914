import type { Booking } from '@expertconnect/contract/bookings/shapes'

/**
 * Links that fill in a calendar entry. They carry the booking's address without its token: calendars are shared, and
 * these links pass through other companies' servers.
 */
export function googleLink(booking: Booking, origin: string): string {
  const { title, text } = entryOf(booking, origin)
  return link('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(booking.startsAt)}/${compact(booking.endsAt)}`,
    details: text,
    location: 'Video session in your browser',
  })
}

export function outlookLink(booking: Booking, origin: string): string {
  const { title, text } = entryOf(booking, origin)
  return link('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: booking.startsAt,
    enddt: booking.endsAt,
    body: text,
    location: 'Video session in your browser',
  })
}

function entryOf({ id, expert }: Booking, origin: string): { title: string; text: string } {
  return {
    title: `Video session with ${expert.name}`,
    text: `${expert.headline}\n\nOpen your booking signed in, in the browser you booked with, or with your private link:\n${origin}/b/${id}`,
  }
}

/** Outlook shows a `+` as it stands; a space in the form of addresses all of them read. */
function link(base: string, query: Record<string, string>): string {
  return `${base}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`
}

/** `20261125T090000Z`. */
function compact(instant: string): string {
  return instant.replaceAll(/[-:]|\.\d+/g, '')
}
