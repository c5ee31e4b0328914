import type { CalendarAccount, CalendarServer } from './calendar-server.ts'
import { hasRadicale, startRadicale } from './radicale.ts'
import { hasXandikos, startXandikos } from './xandikos.ts'

/** Real servers that have accounts, whether this machine has them, and what to say where it has not. */
export const realServers: readonly {
  readonly name: string
  readonly isHere: boolean
  readonly why: string
  readonly start: (account: CalendarAccount) => Promise<CalendarServer>
}[] = [
  { name: 'Radicale', isHere: hasRadicale, start: startRadicale },
  { name: 'Xandikos', isHere: hasXandikos, start: () => startXandikos() },
].map((server) => ({
  ...server,
  why: server.isHere ? '' : ` (skipped: ${server.name.toLowerCase()} is not installed)`,
}))
