import type { Logger } from 'pino'
import type { Services } from '../services/services.ts'
import type { Storage } from '../storage/port/storage.ts'
import { endingFirst, type Job, repeat } from './repeat.ts'

const pauseMs = 500

/**
 * Has the calendar that an expert's bookings are written into looked at as soon as one of them changes. Whatever is missed
 * here is found when it is read next.
 */
export function keepCalendarsTold(
  { storage }: { readonly storage: Storage },
  { calendarSources }: Pick<Services, 'calendarSources'>,
  logger: Logger,
): Job {
  const changed = new Set<string>()
  const stopListening = storage.listen({
    changed(changes) {
      for (const { record } of changes) {
        if (record.state === 'booked' || record.state === 'cancelled') changed.add(record.expertId)
      }
    },
  })

  async function tell(): Promise<void> {
    for (const expertId of changed) {
      // Before, not after: what changes meanwhile is told once more.
      changed.delete(expertId)
      try {
        await calendarSources.callReceiving(expertId)
      } catch (error) {
        changed.add(expertId)
        throw error
      }
    }
  }

  const job = repeat('tell-calendars', pauseMs, tell, logger)
  return endingFirst(stopListening, job)
}
