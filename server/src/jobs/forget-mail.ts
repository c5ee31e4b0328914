import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { minute } from '../domain/time/instant.ts'
import { type Job, repeat } from './repeat.ts'

/** Erases kept copies of mails that are over, from the start on. A code is over after ten minutes, so it looks often. */
export function keepForgettingMail(
  { keptMail, clock }: Pick<Deps, 'keptMail' | 'clock'>,
  logger: Logger,
): Job {
  return repeat('forget-mail', minute, () => keptMail.forgetOver(clock()), logger, 0)
}
