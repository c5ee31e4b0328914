import type { Why } from '@expertconnect/contract/schedules/shapes'
import { paths } from '../../../lib/paths.ts'

interface Said {
  readonly title: string
  /** Where that is changed. */
  readonly way?: { readonly to: string; readonly label: string }
}

const rules = { to: `${paths.deskHours}#rules`, label: 'Change your rules' }
const weekly = { to: `${paths.deskHours}#weekly`, label: 'Change your weekly hours' }
const dates = { to: `${paths.deskHours}#dates`, label: 'Change dates and time off' }

const said: Readonly<Record<Why['verdict'], Said>> = {
  bookable: { title: 'This time is bookable' },
  held: { title: 'Somebody is booking it right now' },
  booked: { title: 'It is booked' },
  gap: { title: 'It is kept free after a session', way: rules },
  not_listed: { title: 'You are not listed yet' },
  length_not_offered: { title: 'You do not offer this length', way: rules },
  off_grid: { title: 'No session starts at this time', way: rules },
  outside_hours: { title: 'It is outside your hours', way: weekly },
  too_long: { title: 'It would not end within your hours', way: weekly },
  past: { title: 'It has passed' },
  inside_notice: { title: 'It is too soon', way: rules },
  beyond_horizon: { title: 'It is too far ahead', way: rules },
  time_off: { title: 'You have taken this day off', way: dates },
  no_hours: { title: 'You do not work on this day', way: weekly },
  busy: {
    title: 'You are busy then',
    way: { to: paths.deskBusy, label: 'See your calendars' },
  },
  paused: {
    title: 'You are not taking bookings',
    way: { to: paths.desk, label: 'Resume on Today' },
  },
}

/** A verdict in words, with the way to the session or the rule behind it. */
export function sayVerdict({ verdict, bookingId }: Why): Said {
  if (bookingId === undefined) return said[verdict]
  const way = { to: paths.deskBooking(bookingId), label: 'Open the session' }
  return { ...said[verdict], way }
}
