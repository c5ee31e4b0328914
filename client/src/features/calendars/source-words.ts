import type {
  CalendarSource,
  SkippedKind,
  SourceFault,
} from '@expertconnect/contract/calendars/source-shapes'
import { daysBetween, formatDate, formatDayTime, formatTime } from '../../lib/time/time.ts'

/** What is wrong, and what can be done about it. */
const faultWords: Readonly<Record<SourceFault, string>> = {
  unreachable:
    'Nothing can be read at this address. Is it complete, and can it be opened without signing in?',
  refused:
    'Its server says that this calendar is not there any more, or is private. Copy the address anew.',
  failing: 'Its server has a fault or too much to do. It is asked again by itself.',
  too_slow: 'Its server took too long to answer. It is asked again by itself.',
  too_big: 'The calendar is too large to be read: 8 MB are the most.',
  too_many: 'The calendar has too many entries to be read.',
  not_a_calendar:
    'What came is no calendar, or was cut off. Often it is a page that asks to sign in: use the private address in iCal format.',
  unreadable: 'The calendar could not be read within the time and memory that it may take.',
  unreadable_address:
    'The address can no longer be read here. Remove the calendar and add it again.',
}

/** The same of a calendar of an account, where other words help. */
const accountFaultWords: Readonly<Partial<Record<SourceFault, string>>> = {
  unreachable: 'Its server cannot be reached. It is asked again by itself.',
  refused:
    'Its server does not take the user name with the app password any more, or the calendar is not there. Add the account again with a new app password: what is set here stays.',
  not_a_calendar: 'What its server answered is no calendar, or was cut off.',
  unreadable_address:
    'The app password can no longer be read here. Add the account again, with the same calendar.',
}

/** Why a calendar could not be read, and what can be done about it; empty where it could. */
export function faultLine({ kind, fault }: Pick<CalendarSource, 'kind' | 'fault'>): string {
  if (fault === undefined) return ''
  return (kind === 'account' && accountFaultWords[fault]) || faultWords[fault]
}

const skippedWords: Readonly<Record<SkippedKind, readonly [one: string, many: string]>> = {
  own: ['session booked here, which came back', 'sessions booked here, which came back'],
  free: ['entry marked as free', 'entries marked as free'],
  cancelled: ['cancelled entry', 'cancelled entries'],
  unreadable: ['entry whose time cannot be read', 'entries whose time cannot be read'],
  rule: [
    'entry that repeats in a way that cannot be followed',
    'entries that repeat in ways that cannot be followed',
  ],
  zone: [
    'time zone that nobody knows: its entries count in yours',
    'time zones that nobody knows: their entries count in yours',
  ],
}

/** `2 entries marked as free`, with some dates to look for where something is at fault. */
export function skippedLine({ kind, count, dates }: CalendarSource['skipped'][number]): string {
  const [one, many] = skippedWords[kind]
  const days = dates.map((date) => formatDate(`${date}T12:00:00Z`, 'UTC')).join(', ')
  return `${count} ${count === 1 ? one : many}${days === '' ? '' : ` (${days})`}`
}

/** `Read at 14:02: 12 entries, busy 30 times in the next 100 days`. */
export function freshnessLine(source: CalendarSource, zone: string, now: number): string {
  const { freshAt, checkedAt, events, busyTimes } = source
  if (freshAt === undefined) {
    return checkedAt === undefined ? 'It has not been read yet.' : 'It could not be read so far.'
  }
  const entries = events === 1 ? '1 entry' : `${events} entries`
  const times = busyTimes === 1 ? 'once' : `${busyTimes} times`
  return `As of ${momentOf(freshAt, zone, now)}: ${entries}, busy ${times} in the next 100 days.`
}

/** `14:02` for a moment of today, `Wed 25 Nov, 14:02` for all others. */
function momentOf(at: string, zone: string, now: number): string {
  return daysBetween(now, Date.parse(at), zone) === 0
    ? formatTime(at, zone)
    : formatDayTime(at, zone)
}

/** What it does, in a line. */
export function choiceLine({ blocks, paused, marginMinutes }: CalendarSource): string {
  if (paused) return 'Paused: it is not read, and keeps nobody from booking.'
  if (!blocks) return 'Shown to you alone: it keeps nobody from booking.'
  if (marginMinutes === 0) return 'Its busy times cannot be booked.'
  return `Its busy times cannot be booked, nor the ${marginMinutes} minutes around each.`
}

/** What of one's sessions stands in it; empty where none ever did. */
export function writtenLine({ receives, written }: CalendarSource): string {
  if (!receives) return written === 0 ? '' : 'The sessions that were written into it are taken out.'
  if (written === 0) return 'Sessions booked here are written into it.'
  const sessions =
    written === 1 ? '1 upcoming session stands' : `${written} upcoming sessions stand`
  return `Sessions booked here are written into it: ${sessions} there.`
}

/** What was deleted there, which changes nothing here. */
export function deletedLine({ deletedThere }: CalendarSource): string {
  if (deletedThere === 0) return ''
  return deletedThere === 1
    ? '1 session was deleted there. It takes place all the same, and is not written again: cancel it here.'
    : `${deletedThere} sessions were deleted there. They take place all the same, and are not written again: cancel them here.`
}

/** Why sessions could not be written; empty where they could. */
export function writeFaultLine({ writeFault }: CalendarSource): string {
  if (writeFault === undefined) return ''
  return writeFault === 'refused'
    ? 'Its server does not let all sessions be written into it. May this account write there? It is tried again by itself.'
    : 'Not all sessions could be written into it. It is tried again by itself.'
}
