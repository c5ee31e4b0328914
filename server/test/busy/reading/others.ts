import { execFileSync } from 'node:child_process'
import nodeIcal from 'node-ical'
import { findCalendarTool } from '../../../../scripts/find-calendar-tools.mjs'

interface Window {
  readonly from: number
  readonly to: number
}

type Times = readonly (readonly [number, number])[]

/** By node-ical and its rrule-temporal, which share no line with ours. */
export function readByNodeIcal(file: string, { from, to }: Window): Times {
  return Object.values(nodeIcal.sync.parseICS(file))
    .filter((each) => each?.type === 'VEVENT')
    .filter((event) => {
      const { transparency, status } = event
      const said = (event as unknown as Record<string, unknown>)['MICROSOFT-CDO-BUSYSTATUS']
      const isFree = said === 'FREE' || said === 'WORKINGELSEWHERE'
      return !isFree && transparency !== 'TRANSPARENT' && status !== 'CANCELLED'
    })
    .flatMap((event) =>
      nodeIcal
        .expandRecurringEvent(event, { from: new Date(from), to: new Date(to) })
        .map(({ start, end }) => [start.getTime(), end.getTime()] as const),
    )
}

const script = `
import sys, json, datetime, icalendar, recurring_ical_events
asked = json.load(sys.stdin)
at = lambda ms: datetime.datetime.fromtimestamp(ms / 1000, datetime.timezone.utc)
out = []
for event in recurring_ical_events.of(icalendar.Calendar.from_ical(asked['file'])).between(at(asked['from']), at(asked['to'])):
    if str(event.get('STATUS', '')) == 'CANCELLED' or str(event.get('TRANSP', '')) == 'TRANSPARENT':
        continue
    out.append([int(event[name].dt.timestamp() * 1000) for name in ('DTSTART', 'DTEND')])
json.dump(out, sys.stdout)
`

/** Debian's, which has the modules; others of the machine may not. */
const python = '/usr/bin/python3'

/** By python3-recurring-ical-events. */
export function readByPython(file: string, { from, to }: Window): Times {
  const input = JSON.stringify({ file, from, to })
  const said = execFileSync(python, ['-c', script], { input, encoding: 'utf8' })
  return JSON.parse(said) as Times
}

/** Why it cannot be asked here; null where it can. */
export const lackOfPython =
  findCalendarTool('python3-recurring-ical-events') === null
    ? 'python3-recurring-ical-events is not installed'
    : null
