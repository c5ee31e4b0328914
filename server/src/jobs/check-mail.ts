import type { Logger } from 'pino'
import { minute } from '../domain/time/instant.ts'
import type { MailHealth } from '../mail/mail-health.ts'
import { type Job, repeat } from './repeat.ts'

/** Asks every minute whether mails can be handed over. Whoever starts the server asks first, to say what is answered. */
export function keepCheckingMail(health: Pick<MailHealth, 'check'>, logger: Logger): Job {
  const job = repeat('check-mail', minute, () => health.check(), logger)
  return {
    // It asks nothing of the store, and a mail server that is silent would keep a server for seconds that is to stop.
    async stop() {
      void job.stop()
    },
  }
}
