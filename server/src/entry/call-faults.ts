import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'

/** What browsers could not do, as lines for whoever runs the server. */
export function createCallFaults(logger: Logger): Deps['callFaults'] {
  return {
    note: (fault, { bookingId, role }) => logger.warn({ fault, bookingId, role }, 'a call failed'),
  }
}
