import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { auditKept } from '../domain/people/audit.ts'
import { day, hour, plus } from '../domain/time/instant.ts'
import { type Job, repeat } from './repeat.ts'

const pauseMs = hour

/** Removes what nobody needs any longer: released holds, counts of limits, sessions and codes that have ended, the log of more than a year ago, what became of mails a
 * season ago, and who was in calls then. */
export function keepForgetting(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  logger: Logger,
): Job {
  async function forget(): Promise<void> {
    await storage.bookings.forgetReleased(plus(clock(), -24 * hour))
    await storage.uses.forget(clock())
    await storage.people.forgetEnded(clock())
    await storage.audit.forget(plus(clock(), -auditKept))
    await storage.messages.forgetSettled(plus(clock(), -90 * day))
    await storage.callEvents.forget(plus(clock(), -90 * day))
  }
  return repeat('forget', pauseMs, forget, logger)
}
