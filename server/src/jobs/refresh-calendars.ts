import type { Logger } from 'pino'
import type { Services } from '../services/services.ts'
import { inLines } from './in-lines.ts'
import { endingFirst, type Job, repeat } from './repeat.ts'

const pauseMs = 1000
/** They wait for other servers nearly all of the time. */
const atOnce = 4

/** Fetches the calendars that experts have elsewhere, each when its time has come. */
export function keepCalendarsFresh(
  { refreshing }: Pick<Services, 'refreshing'>,
  logger: Logger,
): Job {
  let stopping = false

  async function refreshNext(onTaken: () => void): Promise<boolean> {
    return !stopping && (await refreshing.refreshNext(onTaken)) === 'went on'
  }

  const job = repeat('refresh-calendars', pauseMs, () => inLines(atOnce, refreshNext), logger)
  const stopTaking = (): void => {
    stopping = true
  }
  return endingFirst(stopTaking, job)
}
