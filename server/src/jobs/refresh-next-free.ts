import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { day, hour, type Instant, plus } from '../domain/time/instant.ts'
import { nextFree } from '../domain/boards/next-free.ts'
import { bookableRange } from '../domain/schedules/starts.ts'
import type { DueExpert, NextFree } from '../storage/port/experts.ts'
import { endingFirst, type Job, repeat } from './repeat.ts'

/** Answers that turn stale by themselves, and what was not heard of. */
const pauseMs = 2000
/** From a change to the next free start; several changes that come together are worked off together. */
const gatherMs = 250
const expertsPerRound = 500
/** So few without a pause that no request waits long for them. */
const expertsPerCommit = 50
const nearby = 7 * day

/** Keeps the directory's `nextFreeAt` up to date. */
export function keepNextFree(deps: Pick<Deps, 'storage' | 'clock'>, logger: Logger): Job {
  async function refresh(): Promise<void> {
    // There may be more, and whoever was taken from meanwhile is due again.
    if ((await refreshNextFree(deps)) > 0) job.within(gatherMs)
  }

  const job = repeat('next-free', pauseMs, refresh, logger, gatherMs)
  const stopListening = deps.storage.listen({
    changed: () => job.within(gatherMs),
    scheduleChanged: () => job.within(gatherMs),
  })
  return endingFirst(stopListening, job)
}

/**
 * One round of keeping the directory's `nextFreeAt` up to date: computes it for whoever's time was taken or freed,
 * and for whoever's answer turned stale. Answers how many that were.
 */
export async function refreshNextFree({
  storage,
  clock,
}: Pick<Deps, 'storage' | 'clock'>): Promise<number> {
  const now = clock()
  const due = await storage.experts.listDue(now, expertsPerRound)
  for (let first = 0; first < due.length; first += expertsPerCommit) {
    const computed: NextFree[] = []
    for (const each of due.slice(first, first + expertsPerCommit)) {
      const found = await compute(storage, each, now)
      if (found) computed.push(found)
    }
    if (computed.length > 0) await storage.experts.storeNextFree(computed)
  }
  return due.length
}

async function compute(
  storage: Deps['storage'],
  due: DueExpert,
  now: Instant,
): Promise<NextFree | null> {
  const { expertId } = due
  const expert = await storage.experts.find(expertId)
  if (!expert) return null
  const { schedule } = expert
  const { from, before } = bookableRange(schedule, now)

  // Most have time within days: a whole horizon of bookings is read only for the others.
  const soon = plus(from, nearby)
  const soonOccupied = await storage.bookings.listOccupied(expertId, { from, to: soon, now })
  const found = nextFree(schedule, soonOccupied, now)
  // Nothing that was not read can touch it: a record takes whole quarters of an hour.
  if (found.slot && plus(found.slot.until, hour) <= soon) return { ...due, ...found }

  const occupied = await storage.bookings.listOccupied(expertId, { from, to: before, now })
  return { ...due, ...nextFree(schedule, occupied, now) }
}
