import { both, calendar, event, type Shape } from './shape.ts'

const berlin = `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`

/** As Exchange writes it, since 1601. */
const custom = (name: string): string => `BEGIN:VTIMEZONE
TZID:${name}
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE`

const windowsBerlin = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`

export const sources: readonly Shape[] = [
  {
    name: 'Google: weekly over a change of clocks, one taken out, one moved',
    file: calendar(`X-WR-CALNAME:Work
      X-WR-TIMEZONE:Europe/Berlin
      ${berlin}
      ${event(`DTSTART;TZID=Europe/Berlin:20261012T090000
      DTEND;TZID=Europe/Berlin:20261012T100000
      RRULE:FREQ=WEEKLY;UNTIL=20261116T225959Z;BYDAY=MO
      EXDATE;TZID=Europe/Berlin:20261109T090000
      TRANSP:OPAQUE`)}
      ${event(`DTSTART;TZID=Europe/Berlin:20261103T140000
      DTEND;TZID=Europe/Berlin:20261103T150000
      RECURRENCE-ID;TZID=Europe/Berlin:20261102T090000
      SEQUENCE:1`)}`),
    busy: [
      '2026-10-12T07:00Z/08:00Z',
      '2026-10-19T07:00Z/08:00Z',
      '2026-10-26T08:00Z/09:00Z',
      '2026-11-03T13:00Z/14:00Z',
      '2026-11-16T08:00Z/09:00Z',
    ],
    alike: both,
  },
  {
    name: 'Google: free all day, busy all day, over several days',
    file: calendar(`${event(`UID:a@google.com
      DTSTART;VALUE=DATE:20261105
      DTEND;VALUE=DATE:20261106
      TRANSP:TRANSPARENT`)}
      ${event(`UID:b@google.com
      DTSTART;VALUE=DATE:20261110
      DTEND;VALUE=DATE:20261112
      TRANSP:OPAQUE`)}`),
    busy: ['2026-11-09T23:00Z/2026-11-11T23:00Z'],
    skipped: ['free 1'],
    // node-ical has dates on the clock of the host, Python without a zone.
    alike: [],
  },
  {
    name: 'Outlook.com: names of Windows, with what it says of being busy',
    file: calendar(`METHOD:PUBLISH
      ${windowsBerlin}
      ${event(`UID:040000008200E00074C5B7101A82E008
      DTSTART;TZID=W. Europe Standard Time:20261020T093000
      DTEND;TZID=W. Europe Standard Time:20261020T103000
      RRULE:FREQ=WEEKLY;UNTIL=20261103T083000Z;INTERVAL=1;BYDAY=TU;WKST=MO
      X-MICROSOFT-CDO-BUSYSTATUS:BUSY`)}
      ${event(`UID:free
      DTSTART;TZID=W. Europe Standard Time:20261021T093000
      DTEND;TZID=W. Europe Standard Time:20261021T103000
      X-MICROSOFT-CDO-BUSYSTATUS:FREE`)}
      ${event(`UID:elsewhere
      DTSTART;TZID=W. Europe Standard Time:20261022T093000
      DTEND;TZID=W. Europe Standard Time:20261022T103000
      X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE`)}
      ${event(`UID:oof
      DTSTART;TZID=W. Europe Standard Time:20261023T093000
      DTEND;TZID=W. Europe Standard Time:20261023T103000
      X-MICROSOFT-CDO-BUSYSTATUS:OOF`)}`),
    busy: [
      '2026-10-20T07:30Z/08:30Z',
      '2026-10-23T07:30Z/08:30Z',
      '2026-10-27T08:30Z/09:30Z',
      '2026-11-03T08:30Z/09:30Z',
    ],
    skipped: ['free 2'],
    // Python takes names of Windows from the file, since 1601: it loses the changes of clocks.
    alike: ['node-ical'],
  },
  {
    name: 'Outlook without a definition of its zone',
    file: calendar(
      event(`DTSTART;TZID=Eastern Standard Time:20261028T200000
      DTEND;TZID=Eastern Standard Time:20261028T210000
      RRULE:FREQ=WEEKLY;UNTIL=20261105T010000Z;BYDAY=WE
      EXDATE:20261029T000000Z`),
    ),
    busy: ['2026-11-05T01:00Z/02:00Z'],
    alike: ['node-ical'],
  },
  {
    name: 'Exchange: a changed day of a series of whole days, given as a time',
    file: calendar(`${windowsBerlin}
      ${event(`DTSTART;VALUE=DATE:20261109
      DTEND;VALUE=DATE:20261110
      RRULE:FREQ=DAILY;COUNT=3`)}
      ${event(`RECURRENCE-ID;TZID=W. Europe Standard Time:20261110T000000
      DTSTART;VALUE=DATE:20261120
      DTEND;VALUE=DATE:20261121`)}`),
    busy: [
      '2026-11-08T23:00Z/2026-11-09T23:00Z',
      '2026-11-10T23:00Z/2026-11-11T23:00Z',
      '2026-11-19T23:00Z/2026-11-20T23:00Z',
    ],
    alike: [],
  },
  ...['Customized Time Zone', 'tzone://Microsoft/Custom'].map((name): Shape => ({
    name: `Exchange: its own zone ${name}`,
    file: calendar(`${custom(name)}
      ${event(`DTSTART;TZID=${name.includes(':') ? `"${name}"` : name}:20261109T090000
      DTEND;TZID=${name.includes(':') ? `"${name}"` : name}:20261109T100000`)}`),
    busy: ['2026-11-09T02:00Z/03:00Z'],
    alike: [],
  })),
  {
    name: 'Outlook: the zone as it is shown to people, escaped where it is defined',
    file: calendar(`${custom('(UTC+07:00) Bangkok\\, Hanoi\\, Jakarta')}
      ${event(`DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261109T090000
      DTEND;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261109T100000`)}`),
    busy: ['2026-11-09T02:00Z/03:00Z'],
    alike: [],
  },
  {
    name: 'Kerio: lists of cities without a definition, even on dates',
    file: calendar(`${event(`UID:1
      DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261109T090000
      DTEND;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261109T100000`)}
      ${event(`UID:2
      DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern";VALUE=DATE:20261110
      DTEND;TZID="(UTC+01:00) Amsterdam, Berlin, Bern";VALUE=DATE:20261111`)}`),
    busy: ['2026-11-09T02:00Z/03:00Z', '2026-11-09T23:00Z/2026-11-10T23:00Z'],
    alike: [],
  },
  {
    name: 'Apple: monthly, one day of it as a time of UTC',
    file: calendar(`PRODID:-//Apple Inc.//macOS//EN
      ${berlin}
      ${event(`DTSTART;TZID=Europe/Berlin:20261013T180000
      DTEND;TZID=Europe/Berlin:20261013T200000
      RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4
      BEGIN:VALARM
      ACTION:DISPLAY
      TRIGGER;VALUE=DATE-TIME:20261013T000000Z
      END:VALARM`)}
      ${event(`RECURRENCE-ID:20261110T170000Z
      DTSTART;TZID=Europe/Berlin:20261111T180000
      DURATION:PT45M`)}`),
    busy: [
      '2026-10-13T16:00Z/18:00Z',
      '2026-11-11T17:00Z/17:45Z',
      '2026-12-08T17:00Z/19:00Z',
      '2027-01-12T17:00Z/19:00Z',
    ],
    alike: ['node-ical'],
  },
  {
    name: 'Nextcloud: every other day by its end as a mere date, extra dates, a path before the zone',
    file: calendar(`PRODID:-//IDN nextcloud.com//Calendar app 4.7.6//EN
      ${event(`DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261109T130000
      DTEND;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261109T133000
      RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261113
      RDATE;TZID=America/New_York:20261118T080000,20261119T080000`)}`),
    busy: [
      '2026-11-09T12:00Z/12:30Z',
      '2026-11-11T12:00Z/12:30Z',
      '2026-11-13T12:00Z/12:30Z',
      '2026-11-18T13:00Z/13:30Z',
      '2026-11-19T13:00Z/13:30Z',
    ],
    alike: [],
  },
  {
    name: 'Proton: what was called off stays in the file, also single days of a series',
    file: calendar(`PRODID:-//Proton AG//WebCalendar 5.0//EN
      X-WR-TIMEZONE:Europe/Zurich
      ${event(`UID:a@proton.me
      DTSTART;TZID=Europe/Zurich:20261109T080000
      DTEND;TZID=Europe/Zurich:20261109T083000
      STATUS:CANCELLED`)}
      ${event(`UID:b@proton.me
      DTSTART;TZID=Europe/Zurich:20261110T080000
      DTEND;TZID=Europe/Zurich:20261110T083000
      RRULE:FREQ=DAILY;COUNT=3
      STATUS:CONFIRMED`)}
      ${event(`UID:b@proton.me
      RECURRENCE-ID;TZID=Europe/Zurich:20261111T080000
      DTSTART;TZID=Europe/Zurich:20261111T080000
      DTEND;TZID=Europe/Zurich:20261111T083000
      STATUS:CANCELLED`)}
      ${event(`UID:c@proton.me
      DTSTART;TZID=Europe/Zurich:20261113T080000
      DTEND;TZID=Europe/Zurich:20261113T083000
      STATUS:TENTATIVE`)}`),
    busy: ['2026-11-10T07:00Z/07:30Z', '2026-11-12T07:00Z/07:30Z', '2026-11-13T07:00Z/07:30Z'],
    skipped: ['cancelled 2'],
    // Neither of the others leaves out a day that was called off.
    alike: [],
  },
  {
    name: 'Zoho: bare line feeds, a length instead of an end, the zone of the calendar',
    file: calendar(
      `PRODID:-//Zoho Corporation//Zoho Calendar-US//EN
      X-WR-TIMEZONE:Asia/Kolkata
      ${event(`DTSTART;TZID=Somewhere else:20261109T093000
      DURATION:P0DT1H30M0S
      RRULE:FREQ=WEEKLY;COUNT=2;BYDAY=MO,WE`)}`,
      '\n',
    ),
    busy: ['2026-11-09T04:00Z/05:30Z', '2026-11-11T04:00Z/05:30Z'],
    skipped: ['zone 1'],
    alike: [],
  },
  {
    name: 'Zimbra: periods in which somebody is busy, and nothing else',
    file: calendar(`BEGIN:VFREEBUSY
      UID:fb
      DTSTAMP:20260901T000000Z
      FREEBUSY;FBTYPE=BUSY:20261109T090000Z/20261109T100000Z,20261110T090000Z/PT30M
      FREEBUSY;FBTYPE=FREE:20261111T090000Z/PT30M
      FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261112T090000Z/PT30M
      END:VFREEBUSY`),
    busy: ['2026-11-09T09:00Z/10:00Z', '2026-11-10T09:00Z/09:30Z', '2026-11-12T09:00Z/09:30Z'],
    alike: [],
  },
]
