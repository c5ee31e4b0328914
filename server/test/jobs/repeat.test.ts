import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLogger } from '../../src/base/log.ts'
import { repeat, type Repeated } from '../../src/jobs/repeat.ts'

const logger = createLogger('silent')
let job: Repeated | null = null
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(async () => {
  await job?.stop()
  vi.useRealTimers()
})

it('runs after each pause, and sooner where there is news', async () => {
  const run = vi.fn<() => Promise<void>>(async () => undefined)
  job = repeat('test', 1000, run, logger)
  await vi.advanceTimersByTimeAsync(999)
  expect(run).toHaveBeenCalledTimes(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledTimes(1)
  job.within(100)
  // What is asked for later than it would come anyway changes nothing.
  job.within(500)
  job.within(5_000_000_000)
  await vi.advanceTimersByTimeAsync(100)
  expect(run).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(999)
  expect(run).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledTimes(3)
  job.within(-5)
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledTimes(4)
})

it('never runs twice at a time, and once more for what comes meanwhile', async () => {
  let end = () => {}
  const run = vi.fn<() => Promise<void>>(() => new Promise<void>((resolve) => (end = resolve)))
  job = repeat('test', 1000, run, logger, 0)
  await vi.advanceTimersByTimeAsync(1)
  job.within(50)
  job.within(10)
  await vi.advanceTimersByTimeAsync(100)
  expect(run).toHaveBeenCalledTimes(1)
  end()
  await vi.advanceTimersByTimeAsync(10)
  expect(run).toHaveBeenCalledTimes(2)
  end()
  await vi.advanceTimersByTimeAsync(999)
  expect(run).toHaveBeenCalledTimes(2)
})

it('tries again what failed, and stops for good', async () => {
  const run = vi.fn<() => Promise<void>>(async () => {
    throw new Error('The database is away')
  })
  job = repeat('test', 1000, run, logger)
  await vi.advanceTimersByTimeAsync(2000)
  expect(run).toHaveBeenCalledTimes(2)
  await job.stop()
  job.within(0)
  await vi.advanceTimersByTimeAsync(5000)
  expect(run).toHaveBeenCalledTimes(2)
})
