import { existsSync } from 'node:fs'
import { installFromDebian, isExecutable, isMain, onPath } from './project.mjs'

// Busy times are read from a real server of calendars and expanded beside another library; what calendars read of ours is
// read by programs that people have. What this machine has of them is found here; on Debian, started as its
// administrator, this file fetches what is missing.

const debiansModule = '/usr/lib/python3/dist-packages/recurring_ical_events.py'

const program = (name) => () => onPath(name).find(isExecutable) ?? null

const tools = {
  radicale: {
    find: program('radicale'),
    without: 'busy times from a real server of calendars',
  },
  'python3-recurring-ical-events': {
    find: () => (existsSync(debiansModule) ? debiansModule : null),
    without: 'repetitions beside those of Python',
  },
  vdirsyncer: { find: program('vdirsyncer'), without: 'our feed as a program fetches it' },
  khal: { find: program('khal'), without: 'our feed as a program shows it' },
}

/** The file of a tool, or null. */
export function findCalendarTool(name) {
  return tools[name].find()
}

/** What can't be tested here, in words. */
export function untestedCalendars() {
  return Object.entries(tools).flatMap(([name, { find, without }]) =>
    find() ? [] : [`${without} (${name} is missing)`],
  )
}

if (isMain(import.meta.url)) {
  const missing = Object.keys(tools).filter((name) => !findCalendarTool(name))
  if (missing.length > 0) {
    installFromDebian(missing, `Installing Debian’s packages ${missing.join(', ')} …`)
  }
  for (const name of Object.keys(tools)) console.log(`${name}: ${findCalendarTool(name) ?? 'none'}`)
}
