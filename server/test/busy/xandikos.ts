import { findCalendarTool } from '../../../scripts/find-calendar-tools.mjs'
import { asOwner, type CalendarServer, serverOf, startProgram } from './calendar-server.ts'

const program = findCalendarTool('xandikos')

export const hasXandikos = program !== null

/** Xandikos, which takes everybody who signs in for one and the same, with the calendar that it makes for them. */
export async function startXandikos(): Promise<CalendarServer> {
  if (program === null) throw new Error('There is no xandikos')
  const running = await startProgram(program, (folder, port) => [
    '--directory',
    folder,
    '--defaults',
    '--current-user-principal',
    '/ada/',
    '--listen-address',
    '127.0.0.1',
    '--port',
    String(port),
  ])
  const calendar = 'ada/calendars/calendar'
  return serverOf(running, `${running.origin}/${calendar}/`, calendar, asOwner())
}
