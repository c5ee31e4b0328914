import type { Calendars } from '../src/busy/calendars.ts'
import { unreachable } from '../src/busy/fetching/failures.ts'

/** A server of calendars that is not there to be written into. */
export const noEntries: Calendars['entries'] = {
  put: async () => unreachable,
  remove: async () => unreachable,
  missing: async () => unreachable,
}
