import { describe, expect, it } from 'vitest'
import type { Note } from '../../../src/domain/notes/note.ts'
import { ada, bina, fresh, later } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aNote } from './note-fixtures.ts'

export function noteCases(open: OpenStore): void {
  describe('notes on a session', () => {
    const store = storePerTest(open)
    const next = (note: Note, text: string): Note => ({
      ...note,
      text,
      version: note.version + 1,
      savedAt: later(note.savedAt, 1),
    })

    it('are one for each side of a booking, and nobody is told of them', async () => {
      const { notes } = store.storage
      const customers = aNote({ text: 'Ask about “Ωmega”\n\t<b> and 😀' })
      const experts = aNote({ bookingId: customers.bookingId, side: 'expert', text: 'Slow down' })
      expect(await notes.find(customers.bookingId, 'customer')).toBeNull()
      expect(await notes.save(customers)).toBe('done')
      expect(await notes.find(customers.bookingId, 'expert')).toBeNull()
      expect(await notes.save(experts)).toBe('done')
      expect(await notes.find(customers.bookingId, 'customer')).toEqual(customers)
      expect(await notes.find(customers.bookingId, 'expert')).toEqual(experts)
      expect(store.heard).toEqual([])
    })

    it('are replaced by whoever saw what was there, and may become empty', async () => {
      const { notes } = store.storage
      const first = aNote()
      await notes.save(first)
      expect(await notes.save(first)).toBe('stale_version')
      const second = next(first, '')
      expect(await notes.save(next(second, 'From nowhere'))).toBe('stale_version')
      expect(await notes.save(second)).toBe('done')
      expect(await notes.save(next(first, 'Too late'))).toBe('stale_version')
      expect(await notes.find(first.bookingId, first.side)).toEqual(second)
      expect(await notes.save(next(aNote(), 'Of nothing'))).toBe('stale_version')
    })

    it('are written by one of many that come at once, first or later', async () => {
      const { notes } = store.storage
      const first = aNote()
      for (const version of [1, 2]) {
        const texts = Array.from({ length: 6 }, (_, index) => `Of tab ${index}`)
        const saved = await Promise.all(
          texts.map((text) => notes.save({ ...first, version, text })),
        )
        expect(saved.filter((each) => each === 'done')).toHaveLength(1)
        const text = texts[saved.indexOf('done')]
        expect(await notes.find(first.bookingId, first.side)).toEqual({ ...first, version, text })
      }
    })

    it('of an expert are listed page by page, without empty ones and those of customers', async () => {
      const { notes } = store.storage
      const own = Array.from({ length: 5 }, () => aNote({ side: 'expert' }))
      const [taken = aNote()] = own
      const others = [
        aNote({ side: 'expert', expertId: bina }),
        aNote(),
        aNote({ bookingId: taken.bookingId }),
      ]
      for (const note of [...own, ...others]) await notes.save(note)
      await notes.save(next(taken, ''))
      const seen: Note[] = []
      let after: string | undefined
      do {
        const page = await notes.listOfExpert({ expertId: ada, after, limit: 2 })
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items)
        after = page.next
      } while (after)
      expect(seen).toEqual(own.slice(1))
      expect(await notes.listOfExpert({ expertId: fresh('expert'), limit: 2 })).toEqual({
        items: [],
      })
    })
  })
}
