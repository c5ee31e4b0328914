import { both, calendar, event, type Shape } from './shape.ts'

export const quirks: readonly Shape[] = [
  {
    name: 'an end in UTC that is the last start, east and west of it',
    file: calendar(`${event(`UID:east
      DTSTART;TZID=Europe/Berlin:20261110T090000
      DTEND;TZID=Europe/Berlin:20261110T093000
      RRULE:FREQ=DAILY;UNTIL=20261112T080000Z`)}
      ${event(`UID:west
      DTSTART;TZID=America/New_York:20261117T210000
      DTEND;TZID=America/New_York:20261117T213000
      RRULE:FREQ=DAILY;UNTIL=20261119T020000Z`)}`),
    busy: [
      '2026-11-10T08:00Z/08:30Z',
      '2026-11-11T08:00Z/08:30Z',
      '2026-11-12T08:00Z/08:30Z',
      '2026-11-18T02:00Z/02:30Z',
      '2026-11-19T02:00Z/02:30Z',
    ],
    alike: both,
  },
  {
    name: 'dates that are taken out without being said to be dates, and in another zone',
    file: calendar(
      event(`DTSTART;TZID=Europe/Berlin:20261109T090000
      DTEND;TZID=Europe/Berlin:20261109T093000
      RRULE:FREQ=DAILY;COUNT=4
      EXDATE:20261110
      EXDATE;TZID=America/New_York:20261111T030000`),
    ),
    busy: ['2026-11-09T08:00Z/08:30Z', '2026-11-12T08:00Z/08:30Z'],
    alike: [],
  },
  {
    name: 'a changed time that names a mere date',
    file: calendar(`${event(`DTSTART;TZID=Europe/Berlin:20261109T090000
      DTEND;TZID=Europe/Berlin:20261109T093000
      RRULE:FREQ=DAILY;COUNT=2`)}
      ${event(`RECURRENCE-ID;VALUE=DATE:20261110
      DTSTART;TZID=Europe/Berlin:20261110T150000
      DTEND;TZID=Europe/Berlin:20261110T153000`)}`),
    busy: ['2026-11-09T08:00Z/08:30Z', '2026-11-10T14:00Z/14:30Z'],
    alike: [],
  },
  {
    name: 'moved in from beyond what is read, moved out of it, and one whose series is not there',
    file: calendar(`${event(`DTSTART;TZID=Europe/Berlin:20260101T090000
      DTEND;TZID=Europe/Berlin:20260101T093000
      RRULE:FREQ=YEARLY`)}
      ${event(`RECURRENCE-ID;TZID=Europe/Berlin:20280101T090000
      DTSTART;TZID=Europe/Berlin:20261224T090000
      DTEND;TZID=Europe/Berlin:20261224T093000`)}
      ${event(`RECURRENCE-ID;TZID=Europe/Berlin:20270101T090000
      DTSTART;TZID=Europe/Berlin:20290102T090000
      DTEND;TZID=Europe/Berlin:20290102T093000`)}
      ${event(`UID:orphan
      RECURRENCE-ID;TZID=Europe/Berlin:20261201T090000
      DTSTART;TZID=Europe/Berlin:20261202T090000
      DTEND;TZID=Europe/Berlin:20261202T093000`)}`),
    busy: ['2026-12-02T08:00Z/08:30Z', '2026-12-24T08:00Z/08:30Z'],
    alike: [],
  },
  {
    name: 'one time and all that follow, moved and made longer',
    file: calendar(`${event(`DTSTART;TZID=Europe/Berlin:20261109T090000
      DTEND;TZID=Europe/Berlin:20261109T100000
      RRULE:FREQ=DAILY;COUNT=4`)}
      ${event(`RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261111T090000
      DTSTART;TZID=Europe/Berlin:20261111T110000
      DTEND;TZID=Europe/Berlin:20261111T130000`)}`),
    busy: [
      '2026-11-09T08:00Z/09:00Z',
      '2026-11-10T08:00Z/09:00Z',
      '2026-11-11T10:00Z/12:00Z',
      '2026-11-12T10:00Z/12:00Z',
    ],
    alike: [],
  },
  {
    name: 'twice in the file: the later edition alone',
    file: calendar(`${event(`SEQUENCE:2
      DTSTART:20261110T090000Z
      DTEND:20261110T100000Z`)}
      ${event(`SEQUENCE:1
      DTSTART:20261111T090000Z
      DTEND:20261111T100000Z`)}`),
    busy: ['2026-11-10T09:00Z/10:00Z'],
    alike: [],
  },
  {
    name: 'one name for all: none is lost',
    file: calendar(`${event(`UID:0
      DTSTART:20261110T090000Z
      DTEND:20261110T100000Z`)}
      ${event(`UID:0
      DTSTART:20261111T090000Z
      DTEND:20261111T100000Z`)}`),
    busy: ['2026-11-10T09:00Z/10:00Z', '2026-11-11T09:00Z/10:00Z'],
    alike: ['python'],
  },
  {
    name: 'two rules with times in common',
    file: calendar(
      event(`DTSTART:20261109T090000Z
      DTEND:20261109T100000Z
      RRULE:FREQ=DAILY;COUNT=2
      RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2`),
    ),
    busy: ['2026-11-09T09:00Z/10:00Z', '2026-11-10T09:00Z/10:00Z', '2026-11-16T09:00Z/10:00Z'],
    alike: [],
  },
  {
    name: 'an empty end, a count of none, extra times as periods',
    file: calendar(`${event(`UID:1
      DTSTART:20270130T090000Z
      DTEND:20270130T100000Z
      RRULE:FREQ=DAILY;UNTIL=`)}
      ${event(`UID:2
      DTSTART:20261109T090000Z
      DTEND:20261109T100000Z
      RRULE:FREQ=DAILY;COUNT=0
      RDATE;VALUE=PERIOD:20261111T090000Z/PT2H`)}`),
    busy: [
      '2026-11-09T09:00Z/10:00Z',
      '2026-11-11T09:00Z/10:00Z',
      '2027-01-30T09:00Z/10:00Z',
      '2027-01-31T09:00Z/10:00Z',
      '2027-02-01T09:00Z/10:00Z',
    ],
    alike: [],
  },
  {
    name: 'floating times and zones by their distance from UTC',
    file: calendar(
      `${event(`UID:1
      DTSTART:20261109T090000
      DTEND:20261109T100000`)}
      ${event(`UID:2
      DTSTART;TZID=UTC+05:30:20261110T090000
      DTEND;TZID=UTC+05:30:20261110T100000`)}
      ${event(`UID:3
      DTSTART;TZID=GMT-0330:20261111T090000
      DTEND;TZID=GMT-0330:20261111T100000`)}`.replaceAll('UTC+05:30:', '"UTC+05:30":'),
    ),
    busy: ['2026-11-09T08:00Z/09:00Z', '2026-11-10T03:30Z/04:30Z', '2026-11-11T12:30Z/13:30Z'],
    alike: [],
  },
  {
    name: 'a byte order mark, bare carriage returns, folded lines, several calendars',
    file: `\uFEFF${calendar(event('UID:1\nDTSTART:20261109T09\n  0000Z\nDTEND:20261109T100000Z'), '\r').replace('T09\r0000Z', 'T09\r 0000Z')}${calendar(event('UID:2\nDTSTART:20261110T090000Z\nDTEND:20261110T100000Z'))}`,
    busy: ['2026-11-09T09:00Z/10:00Z', '2026-11-10T09:00Z/10:00Z'],
    alike: [],
  },
  {
    name: 'without an end: a date is a day, a time takes none',
    file: calendar(`${event('UID:1\nDTSTART;VALUE=DATE:20261109')}
      ${event('UID:2\nDTSTART:20261110T090000Z')}
      ${event('UID:3\nDTSTART;VALUE=DATE:20261112\nDTEND;VALUE=DATE:20261112')}`),
    busy: ['2026-11-08T23:00Z/2026-11-09T23:00Z', '2026-11-11T23:00Z/2026-11-12T23:00Z'],
    alike: [],
  },
  {
    name: 'the hour that clocks skip, and nights over both changes of clocks',
    file: calendar(
      event(`DTSTART;TZID=Europe/Berlin:20261024T220000
      DTEND;TZID=Europe/Berlin:20261025T060000
      RRULE:FREQ=DAILY;COUNT=2`),
    ),
    busy: ['2026-10-24T20:00Z/2026-10-25T05:00Z', '2026-10-25T21:00Z/2026-10-26T05:00Z'],
    alike: [],
  },
  {
    name: 'every day since 1970, and every third week',
    file: calendar(`${event(`UID:1
      DTSTART;TZID=Europe/Berlin:19700101T060000
      DTEND;TZID=Europe/Berlin:19700101T063000
      RRULE:FREQ=DAILY;INTERVAL=50`)}
      ${event(`UID:2
      DTSTART;TZID=Europe/Berlin:19991101T120000
      DTEND;TZID=Europe/Berlin:19991101T123000
      RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU;UNTIL=20261031T230000Z`)}`),
    busy: [
      '2026-10-19T10:00Z/10:30Z',
      '2026-10-20T10:00Z/10:30Z',
      '2026-10-24T04:00Z/04:30Z',
      '2026-12-13T05:00Z/05:30Z',
      '2027-02-01T05:00Z/05:30Z',
    ],
    alike: both,
  },
  {
    name: 'our own sessions, which come back',
    file: calendar(`${event(`UID:abc@experts.example
      DTSTART:20261109T090000Z
      DTEND:20261109T100000Z`)}
      ${event(`UID:abc@other.example
      DTSTART:20261110T090000Z
      DTEND:20261110T100000Z`)}`),
    busy: ['2026-11-10T09:00Z/10:00Z'],
    skipped: ['own 1'],
    alike: [],
  },
  {
    name: 'what nobody can read costs nobody the rest',
    file: calendar(`${event('UID:1\nDTSTART:tomorrow')}
      ${event('UID:2\nDTSTART:20261332T090000Z')}
      ${event('UID:3\nDTSTART:20261111T090000Z\nDTEND:20261111T100000Z\nRRULE:FREQ=SECONDLY')}
      ${event(`UID:4\nDTSTART:20261112T090000Z\nRRULE:FREQ=YEARLY;BYMONTH=${numbers(12)};BYMONTHDAY=${numbers(28)};BYHOUR=${numbers(23)};COUNT=1`)}
      ${event(`UID:5\nDTSTART:20261112T090000Z\nRRULE:FREQ=DAILY;BYMINUTE=1,2`)}
      ${event('UID:6\nRRULE:FREQ=DAILY')}
      ${event('UID:7\nDTSTART:20261113T090000Z\nDTEND:20261113T100000Z\nSUMMARY;X=a"b:still\nATTENDEE;CN="a:b;c":mailto:x@y.example')}`),
    busy: ['2026-11-13T09:00Z/10:00Z'],
    skipped: ['unreadable 3', 'rule 3'],
    alike: [],
  },
]

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join(',')
}

export const noCalendars: Readonly<Record<string, string>> = {
  'a page that asks to sign in': '<!doctype html><html><body>Please sign in</body></html>',
  nothing: '',
  'a calendar that was cut off': calendar(
    event('DTSTART:20261110T090000Z\nDTEND:20261110T100000Z'),
  ).slice(0, -40),
  'an entry that does not end': 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n',
}
