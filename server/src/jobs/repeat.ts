import type { Logger } from 'pino'
import { logFault } from '../base/log.ts'

export interface Job {
  /** Waits for the run that is under way. */
  stop(): Promise<void>
}

/** Runs a job again and again with a pause in between, never twice at a time. A failure is logged and tried again. */
export function repeat(
  name: string,
  pauseMs: number,
  run: () => Promise<unknown>,
  logger: Logger,
  firstPauseMs = pauseMs,
): Job {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function round(): Promise<void> {
    try {
      await run()
    } catch (error) {
      logFault(logger, error, { job: name })
    }
    if (!stopped) schedule(pauseMs)
  }

  function schedule(afterMs: number): void {
    timer = setTimeout(() => {
      running = round()
    }, afterMs)
  }

  schedule(firstPauseMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
