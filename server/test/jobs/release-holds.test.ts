import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLogger } from '../../src/base/log.ts'
import type { SlotRecord } from '../../src/domain/bookings/booking.ts'
import { release } from '../../src/domain/bookings/transitions.ts'
import { instantOf } from '../../src/domain/time/instant.ts'
import { keepReleasingHolds } from '../../src/jobs/release-holds.ts'
import type { Job } from '../../src/jobs/repeat.ts'
import type { StorageListener } from '../../src/storage/port/listener.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { aHold } from '../storage/fixtures.ts'

let job: Job | null = null
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(async () => {
  await job?.stop()
  vi.useRealTimers()
})

const now = () => instantOf(Date.now())

/** The job over a store that only knows when it was asked. */
function start() {
  let listener: StorageListener = {}
  const releasedAt: number[] = []
  const storage = {
    listen(listening: StorageListener) {
      listener = listening
      return () => undefined
    },
    bookings: {
      async releaseExpired(at: number) {
        releasedAt.push(at)
        return 0
      },
    },
  } as unknown as Storage
  job = keepReleasingHolds({ storage, clock: now }, createLogger('silent'))
  const change = (record: SlotRecord) => listener.changed?.([{ record } as never])
  return { releasedAt, change }
}

it('releases holds at their ends, whichever of them comes first', async () => {
  const { releasedAt, change } = start()
  const began = now()
  change(aHold({ expiresAt: instantOf(began + 1500) }))
  change(aHold({ expiresAt: instantOf(began + 700) }))
  const renewed = aHold({ expiresAt: instantOf(began + 900) })
  change(renewed)
  change({ ...renewed, version: 2, expiresAt: instantOf(began + 1300) })
  await vi.advanceTimersByTimeAsync(1600)
  for (const end of [700, 1300, 1500]) expect(releasedAt).toContain(began + end)
})

it('looks every few seconds for those that it was not told of, and seldom more than that', async () => {
  const { releasedAt, change } = start()
  const held = aHold({ expiresAt: instantOf(now() + 60_000) })
  change(held)
  change(release(held))
  await vi.advanceTimersByTimeAsync(100_000)
  expect(releasedAt).toHaveLength(50)
})
