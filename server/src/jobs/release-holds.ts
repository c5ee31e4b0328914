import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import type { Instant } from '../domain/time/instant.ts'
import { endingFirst, type Job, repeat } from './repeat.ts'

/** Holds that nobody has told this server of, from before it started, end at most this much after their expiry. */
const pauseMs = 2000

/** Frees the slots of holds that have run out, at their end, and tells it. */
export function keepReleasingHolds(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  logger: Logger,
): Job {
  const ends = new Map<string, Instant>()

  async function release(): Promise<void> {
    const now = clock()
    for (const [id, expiresAt] of ends) if (expiresAt <= now) ends.delete(id)
    await storage.bookings.releaseExpired(now)
    const soonest = [...ends.values()].reduce<number>((least, at) => Math.min(least, at), Infinity)
    if (soonest < Infinity) job.within(soonest - clock())
  }

  const stopListening = storage.listen({
    changed(changes) {
      for (const { record } of changes) {
        if (record.state !== 'held') {
          ends.delete(record.id)
          continue
        }
        ends.set(record.id, record.expiresAt)
        job.within(record.expiresAt - clock())
      }
    },
  })

  const job = repeat('release-holds', pauseMs, release, logger)
  return endingFirst(stopListening, job)
}
