import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { type Job, repeat } from './repeat.ts'

/** Holds end at most this much after their expiry. */
const pauseMs = 250

/** Frees the slots of holds that have run out, and tells it. */
export function keepReleasingHolds(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  logger: Logger,
): Job {
  return repeat('release-holds', pauseMs, () => storage.bookings.releaseExpired(clock()), logger)
}
