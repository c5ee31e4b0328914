import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { Alike } from '../../../src/storage/port/bookings.ts'
import { ada, bina, book, hold, later, now, quarterAt } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function alikeCases(open: OpenStore): void {
  describe('what has something in common', () => {
    const store = storePerTest(open)
    const of = (slot: number, email: string, fields: object = {}) =>
      book(store.storage, { slot, customer: { name: 'Mallory', email }, ...fields })
    const alike = async (by: Alike['by'], value: string, more: Partial<Alike> = {}) =>
      (await store.storage.bookings.listAlike({ by, value, now, limit: 9, ...more })).map(
        ({ id }) => id,
      )

    it('is found by its address, its domain and its network, by start', async () => {
      const last = await of(16, 'Mallory@Evil.example', { network: 'far', maker: 'mallory' })
      const first = await of(0, 'mallory@evil.example')
      const inside = await of(8, 'm@mail.evil.example', { network: 'far' })
      const other = await of(4, 'grace@notevil.example', { network: 'near' })
      const binas = await of(0, 'mallory@evil.example', { network: 'far', expertId: bina })
      const dead = await of(24, 'mallory@evil.example', { network: 'far' })
      await store.storage.bookings.change({ next: cancel(dead, 'Enough', now, 'expert'), now })

      const adas = { expertId: ada }
      expect(await alike('email', 'MALLORY@evil.example', adas)).toEqual([first.id, last.id])
      expect(await alike('domain', 'evil.example', adas)).toEqual([first.id, inside.id, last.id])
      expect(await alike('network', 'far', adas)).toEqual([inside.id, last.id])
      expect(await alike('domain', 'notevil.example', adas)).toEqual([other.id])
      expect(await alike('domain', 'example', adas)).toHaveLength(4)

      const everywhere = [first.id, binas.id].toSorted()
      expect((await alike('email', 'mallory@evil.example')).slice(0, 2).toSorted()).toEqual(
        everywhere,
      )
      expect(await alike('domain', 'evil.example')).toHaveLength(4)
      expect(await alike('network', 'far')).toEqual([binas.id, inside.id, last.id])
      expect(await alike('network', 'far', { limit: 1 })).toEqual([binas.id])
      expect(await alike('network', 'far', { now: first.endsAt })).toEqual([inside.id, last.id])
      expect(await alike('email', 'nobody@evil.example')).toEqual([])
    })

    it('takes a domain and an address at their word', async () => {
      await of(0, 'mallory@evil.example')
      expect(await alike('domain', 'evil_example')).toEqual([])
      expect(await alike('domain', '%')).toEqual([])
      expect(await alike('domain', '.*', { expertId: ada })).toEqual([])
      expect(await alike('email', '%@evil.example')).toEqual([])
    })

    it('has its holds apart: those that are live', async () => {
      const one = await hold(store.storage, { slot: 0, network: 'far' })
      const other = await hold(store.storage, { slot: 0, expertId: bina })
      await hold(store.storage, { slot: 8, expiresAt: now })
      await of(16, 'mallory@evil.example')
      const listed = async (at = now, expertId?: string) =>
        (await store.storage.bookings.listHolds(at, expertId)).map(({ id }) => id).toSorted()
      expect(await listed()).toEqual([one.id, other.id].toSorted())
      expect(await listed(now, ada)).toEqual([one.id])
      expect(await store.storage.bookings.listHolds(now, bina)).toEqual([other])
      expect(await listed(later(now, 5))).toEqual([])
      expect(await listed(quarterAt(0), bina)).toEqual([])
    })
  })
}
