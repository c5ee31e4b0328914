import type { Logger } from 'pino'
import { logFault } from '../base/log.ts'

export interface Job {
  /** Waits for the run that is under way. */
  stop(): Promise<void>
}

export interface Repeated extends Job {
  /** The next run begins after so many milliseconds at the latest: there is news. */
  within(milliseconds: number): void
}

/** The same job, with what ends before it does: listening, or taking up more. */
export function endingFirst(end: () => void, job: Job): Job {
  return {
    stop() {
      end()
      return job.stop()
    },
  }
}

/** Runs a job again and again with a pause in between, never twice at a time. A failure is logged and tried again. */
export function repeat(
  name: string,
  pauseMs: number,
  run: () => Promise<unknown>,
  logger: Logger,
  firstPauseMs = pauseMs,
): Repeated {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let beginsAt = Infinity
  let isRunning = false
  let running: Promise<void> = Promise.resolve()

  async function round(): Promise<void> {
    isRunning = true
    // What is asked for from here on is news for the next one.
    beginsAt = Infinity
    try {
      await run()
    } catch (error) {
      logFault(logger, error, { job: name })
    }
    isRunning = false
    beginsAt = Math.min(beginsAt, performance.now() + pauseMs)
    plan()
  }

  function plan(): void {
    clearTimeout(timer)
    if (stopped) return
    const waitMs = Math.max(0, beginsAt - performance.now())
    timer = setTimeout(() => {
      running = round()
    }, waitMs)
  }

  function within(milliseconds: number): void {
    const at = performance.now() + milliseconds
    if (at >= beginsAt) return
    beginsAt = at
    if (!isRunning) plan()
  }

  within(firstPauseMs)
  return {
    within,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
