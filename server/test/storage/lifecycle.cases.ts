import { describe, expect, it } from 'vitest'
import { cancel, release } from '../../src/domain/bookings/transitions.ts'
import type { Content } from '../../src/storage/port/content.ts'
import { plainContent } from '../content.ts'
import { aBooking, aGuard, aHold, ada, book, hold, later, now, timeOf } from './fixtures.ts'
import { type OpenStore, storePerTest } from './store.ts'

function content(): Content {
  const booked = aBooking({ id: 'seeded-booked', slot: 0, topic: 'Seeded' })
  const cancelled = cancel(aBooking({ id: 'seeded-cancelled', slot: 0 }), 'Ill', now)
  return { ...plainContent(), bookings: [booked, cancelled] }
}

export function lifecycleCases(open: OpenStore): void {
  describe('an empty store', () => {
    it('is filled once, in one step, and tells no listener', async () => {
      const { storage, dispose } = await open()
      const heard: unknown[] = []
      storage.listen({ changed: (changes) => heard.push(changes) })
      expect(await storage.isEmpty()).toBe(true)
      const overlapping = aBooking({ slot: 2 })
      const broken = { ...content(), bookings: [...content().bookings, overlapping] }
      await expect(storage.fill(broken)).rejects.toThrow(overlapping.id)
      expect(await storage.isEmpty()).toBe(true)
      expect(await storage.categories.list()).toEqual([])

      await storage.fill(content())
      expect(await storage.isEmpty()).toBe(false)
      await expect(storage.fill(content())).rejects.toThrow('not empty')
      expect(heard).toEqual([])
      expect(await storage.bookings.find('seeded-booked')).toMatchObject({ topic: 'Seeded' })
      expect(await storage.bookings.find('seeded-cancelled')).toMatchObject({ cancelReason: 'Ill' })
      const outcome = await storage.bookings.claim(aBooking({ slot: 1 }), aGuard())
      expect(outcome).toEqual({ kind: 'taken' })
      await storage.close()
      await dispose()
    })
  })

  describe('closing', () => {
    const store = storePerTest(open)

    it('answers what is under way, then nothing more', async () => {
      const { storage } = store
      const claims = Array.from({ length: 30 }, (_, slot) =>
        storage.bookings.claim(aBooking({ slot: slot * 4 }), aGuard()),
      )
      await storage.ping()
      await Promise.all([storage.close(), storage.close()])
      expect((await Promise.all(claims)).every(({ kind }) => kind === 'done')).toBe(true)
      await storage.close()
      await expect(storage.bookings.claim(aBooking(), aGuard())).rejects.toThrow()
      await expect(storage.bookings.find('any')).rejects.toThrow()
      await expect(storage.ping()).rejects.toThrow()
    })

    it('loses nothing', async ({ skip }) => {
      const { storage, reopen } = store
      if (!reopen) return skip('nothing outlives this store')
      const guard = aGuard()
      const booking = aBooking({ slot: 0, gap: 15 })
      await storage.bookings.claim(booking, guard)
      const held = await hold(storage, { slot: 8 })
      const released = await hold(storage, { slot: 16 })
      await storage.bookings.change({ next: release(released), now })
      const gone = await book(storage, { slot: 24 })
      await storage.bookings.change({ next: cancel(gone, 'Why', now), now })
      const expert = await storage.experts.find(ada)
      if (!expert) throw new Error('There is no Ada')
      await storage.schedules.replace(ada, { ...expert.schedule, version: 2 })

      const again = await reopen()
      expect(await again.isEmpty()).toBe(false)
      const range = { from: now, to: later(now, 100_000), now }
      expect(await again.bookings.listOccupied(ada, range)).toEqual([timeOf(booking), timeOf(held)])
      expect(await again.bookings.find(released.id)).toEqual(release(released))
      expect(await again.bookings.find(gone.id)).toEqual(cancel(gone, 'Why', now))
      expect(await again.bookings.claim(aBooking(), guard)).toMatchObject({
        kind: 'replayed',
        answer: { record: booking },
      })
      const current = aGuard({ scheduleVersion: 2 })
      expect(await again.bookings.hold(aHold({ slot: 4 }), current)).toEqual({ kind: 'taken' })
      expect((await again.experts.find(ada))?.schedule.version).toBe(2)
      await again.close()
    })
  })
}
