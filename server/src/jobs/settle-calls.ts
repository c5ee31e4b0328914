import type { Logger } from 'pino'
import { minute } from '../domain/time/instant.ts'
import type { Services } from '../services/services.ts'
import { type Job, repeat } from './repeat.ts'

/** A server that comes back has something to catch up on. */
const firstPauseMs = 10_000

/** Finds out what became of sessions, soon after their rooms closed. */
export function keepSettling({ settling }: Pick<Services, 'settling'>, logger: Logger): Job {
  return repeat('settle-calls', minute, () => settling.settleDue(), logger, firstPauseMs)
}
