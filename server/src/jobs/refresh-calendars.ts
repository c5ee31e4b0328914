import type { Logger } from 'pino'
import type { Services } from '../services/services.ts'
import { type Job, repeat } from './repeat.ts'

const pauseMs = 1000
/** They wait for other servers nearly all of the time. */
const atOnce = 4

/** Fetches the calendars that experts have elsewhere, each when its time has come. */
export function keepCalendarsFresh(
  { refreshing }: Pick<Services, 'refreshing'>,
  logger: Logger,
): Job {
  let stopping = false

  async function line(): Promise<void> {
    while (!stopping && (await refreshing.refreshNext()) === 'went on');
  }

  async function round(): Promise<void> {
    const lines = await Promise.allSettled(Array.from({ length: atOnce }, line))
    const failed = lines.find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
  }

  const job = repeat('refresh-calendars', pauseMs, round, logger)
  return {
    stop() {
      stopping = true
      return job.stop()
    },
  }
}
