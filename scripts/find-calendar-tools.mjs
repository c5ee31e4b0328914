import { existsSync } from 'node:fs'
import { optionalTools } from './optional-tools.mjs'
import { isExecutable, isMain, onPath } from './project.mjs'

// Busy times are read from a real server of calendars and expanded beside another library; what calendars read of ours is
// read by programs that people have. What this machine has of them is found here; on Debian, started as its
// administrator, this file fetches what is missing.

const debiansModule = '/usr/lib/python3/dist-packages/recurring_ical_events.py'

const find = (name) => onPath(name).find(isExecutable) ?? null

const tools = optionalTools({
  radicale: { find, without: 'busy times from a real server of calendars' },
  xandikos: { find, without: 'an account at a second server of calendars' },
  'python3-recurring-ical-events': {
    find: () => (existsSync(debiansModule) ? debiansModule : null),
    without: 'repetitions beside those of Python',
  },
  vdirsyncer: { find, without: 'our feed as a program fetches it' },
  khal: { find, without: 'our feed as a program shows it' },
})

export const findCalendarTool = tools.find
export const untestedCalendars = tools.untested

if (isMain(import.meta.url)) tools.fetch()
