import type { Logger } from 'pino'
import { minute } from '../domain/time/instant.ts'
import type { RelayHealth } from '../relay/relay-health.ts'
import { type Job, repeat } from './repeat.ts'

const pauseMs = 3 * minute

/** Asks the relay at once and from then on every few minutes. */
export function keepCheckingRelay(health: Pick<RelayHealth, 'check'>, logger: Logger): Job {
  const job = repeat('check-relay', pauseMs, () => health.check(), logger, 0)
  return {
    // It asks nothing of the store, and a relay that is silent would keep a server for seconds that is to stop.
    async stop() {
      void job.stop()
    },
  }
}
