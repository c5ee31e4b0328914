import type { Logger } from 'pino'
import { minute } from '../domain/time/instant.ts'
import type { MailHealth } from '../mail/mail-health.ts'
import { type Job, repeat } from './repeat.ts'

/** Asks at once, and from then on every minute, whether mails can be handed over. */
export function keepCheckingMail(health: Pick<MailHealth, 'check'>, logger: Logger): Job {
  const job = repeat('check-mail', minute, () => health.check(), logger, 0)
  return {
    // It asks nothing of the store, and a mail server that is silent would keep a server for seconds that is to stop.
    async stop() {
      void job.stop()
    },
  }
}
