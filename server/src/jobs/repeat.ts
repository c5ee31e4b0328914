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
    within(Math.min(pauseMs, beginsAt - performance.now()))
  }

  function within(milliseconds: number): void {
    const at = performance.now() + milliseconds
    if (isRunning) beginsAt = Math.min(beginsAt, at)
    if (stopped || isRunning || (timer && at >= beginsAt)) return
    clearTimeout(timer)
    beginsAt = at
    timer = setTimeout(
      () => {
        timer = undefined
        running = round()
      },
      Math.max(0, milliseconds),
    )
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
