import pino from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepDelivering } from '../../src/jobs/deliver-messages.ts'
import type { Committed } from '../../src/domain/bookings/booking.ts'
import { aBooking } from '../storage/fixtures.ts'
import { instantOf } from '../../src/domain/time/instant.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A store that owes `waiting` mails, takes so long to give one out, and is written to by others when told. */
function busyStore(waiting: number, leaseMs = 0) {
  let changed: (changes: readonly Committed[]) => void = () => undefined
  let delivered = 0
  const job = keepDelivering(
    {
      clock: () => instantOf(0),
      storage: {
        listen: (listener: { changed: typeof changed }) => {
          changed = listener.changed
          return () => undefined
        },
        messages: { takeUp: async () => 0 },
      },
    } as never,
    {
      mailChoices: { takeUpAgendas: async () => undefined },
      delivery: {
        deliverNext: async (onTaken: () => void) => {
          if (delivered === waiting) return 'idle'
          delivered += 1
          if (leaseMs > 0) await new Promise((resolve) => setTimeout(resolve, leaseMs))
          onTaken()
          return 'went on'
        },
      },
    } as never,
    pino({ enabled: false }),
  )
  return {
    async stop() {
      const stopped = job.stop()
      await vi.advanceTimersByTimeAsync(1000)
      await stopped
    },
    delivered: () => delivered,
    book: (kind: 'booked' | 'held') => changed([{ kind, record: aBooking() } as Committed]),
  }
}

it('nearly pauses while many book, and hands everything over when they have stopped', async () => {
  const store = busyStore(1000)
  for (let ms = 0; ms < 10_000; ms++) {
    store.book('booked')
    await vi.advanceTimersByTimeAsync(1)
  }
  expect(store.delivered()).toBeGreaterThan(10_000 / 250)
  expect(store.delivered()).toBeLessThan(10_000 / 150)
  await vi.advanceTimersByTimeAsync(3000)
  expect(store.delivered()).toBe(1000)
  await store.stop()
})

it('keeps up with a few bookings a second, and does not wait for slots that are held', async () => {
  const store = busyStore(1000)
  for (let ms = 0; ms < 10_000; ms += 10) {
    if (ms % 100 === 0) store.book('booked')
    store.book('held')
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(store.delivered()).toBe(1000)
  await store.stop()
})

it('rests longer where the store takes long to answer', async () => {
  const [near, far] = [busyStore(2000), busyStore(2000, 20)]
  for (let ms = 0; ms < 10_000; ms += 50) {
    for (const store of [near, far]) store.book('booked')
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(near.delivered()).toBe(2000)
  // Each of them waits for two changes: a tenth of a second for each of these.
  expect(far.delivered()).toBeLessThan(10_000 / 50)
  await near.stop()
  await far.stop()
})
