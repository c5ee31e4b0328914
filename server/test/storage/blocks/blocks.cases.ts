import { describe, expect, it } from 'vitest'
import type { Content } from '../../../src/storage/port/content.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { ada, bina, book, emptyContent, fresh, later, now, quarterAt } from '../fixtures.ts'
import { aPerson, signIn } from '../people/people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aBlock } from './block-fixtures.ts'

function content(): Content {
  return { ...emptyContent(), people: [aPerson({ email: 'Ada@example.com', expertId: ada })] }
}

export function blockCases(open: OpenStore): void {
  describe('blocks', () => {
    const store = storePerTest(open, content)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items.length

    it('are found by their keys: those of an expert by that expert, those of all by everybody', async () => {
      const { blocks } = store.storage
      const own = aBlock()
      const binas = aBlock({ key: own.key, expertId: bina })
      const everywhere = aBlock({ expertId: null, kind: 'network', value: undefined })
      for (const block of [own, binas, everywhere]) {
        expect(await blocks.make(block, anEntry())).toEqual(block)
      }
      const among = async (keys: string[], expertId: string | null) =>
        (await blocks.among(keys, expertId)).map(({ id }) => id).toSorted()
      const keys = [own.key, everywhere.key, 'of nobody']
      expect(await among(keys, ada)).toEqual([own.id, everywhere.id].toSorted())
      expect(await among(keys, bina)).toEqual([binas.id, everywhere.id].toSorted())
      expect(await among(keys, 'expert-else')).toEqual([everywhere.id])
      expect(await among(keys, null)).toEqual([everywhere.id])
      expect(await among(['of nobody'], ada)).toEqual([])
      expect(await among([], ada)).toEqual([])
      expect(await blocks.find(everywhere.id)).toEqual(everywhere)
      expect(await blocks.find('block-unknown')).toBeNull()
      expect(await trail()).toBe(3)
    })

    it('stand once, however many make the same at once', async () => {
      const { blocks } = store.storage
      for (const expertId of [ada, null]) {
        const key = fresh('key')
        const made = await Promise.all(
          Array.from({ length: 5 }, () => blocks.make(aBlock({ key, expertId }), anEntry())),
        )
        expect(new Set(made.map(({ id }) => id)).size).toBe(1)
        expect(await blocks.among([key], expertId)).toEqual([made[0]])
      }
      expect(await trail()).toBe(2)
    })

    it('are listed by whose they are, the latest first', async () => {
      const { blocks } = store.storage
      const made = [0, 1, 1, 2].map((minutes) => aBlock({ madeAt: later(now, minutes) }))
      for (const block of made) await blocks.make(block, anEntry())
      await blocks.make(aBlock({ expertId: null }), anEntry())
      const [one, two, three, four] = made.map(({ id }) => id)
      const first = await blocks.list({ expertId: ada, limit: 3 })
      expect(first.items.map(({ id }) => id)).toEqual([four, three, two])
      const rest = await blocks.list({ expertId: ada, limit: 3, after: first.next })
      expect(rest.items.map(({ id }) => id)).toEqual([one])
      expect((await blocks.list({ expertId: null, limit: 9 })).items).toHaveLength(1)
      expect((await blocks.list({ expertId: bina, limit: 9 })).items).toEqual([])
    })

    it('are removed by whose they are', async () => {
      const { blocks } = store.storage
      const block = aBlock()
      await blocks.make(block, anEntry())
      expect(await blocks.remove(block.id, bina, anEntry())).toBe(false)
      expect(await blocks.remove(block.id, null, anEntry())).toBe(false)
      expect(await blocks.remove('block-unknown', ada, anEntry())).toBe(false)
      expect(await trail()).toBe(1)
      expect(await blocks.remove(block.id, ada, anEntry())).toBe(true)
      expect(await blocks.remove(block.id, ada, anEntry())).toBe(false)
      expect(await blocks.among([block.key], ada)).toEqual([])
      expect(await trail()).toBe(2)
      const again = aBlock({ key: block.key })
      expect(await blocks.make(again, anEntry())).toEqual(again)
    })

    it('outlive whom they keep away, without a word of them', async () => {
      const { blocks, people } = store.storage
      const email = 'Grace@Example.org'
      const { person } = await signIn(store.storage, { email })
      const { id: bookingId } = await book(store.storage, { customer: { name: 'Grace', email } })
      const elses = aBlock({ value: 'else@example.org' })
      const made = [
        aBlock({ value: 'GRACE@example.org', name: 'Grace' }),
        aBlock({ kind: 'domain', value: 'example.org', name: 'Grace', bookingId }),
        aBlock({ kind: 'network', value: undefined, name: 'Grace', bookingId, expertId: null }),
        elses,
      ]
      for (const block of made) await blocks.make(block, anEntry())
      const unusable = () => `${fresh('erased')}@erased.invalid`
      expect(await people.erase(person.id, unusable, quarterAt(40))).toBe('done')
      const kept = await Promise.all(made.map(({ id }) => blocks.find(id)))
      expect(kept).toEqual([
        { ...made[0], value: undefined, name: undefined },
        { ...made[1], name: undefined },
        { ...made[2], name: undefined },
        elses,
      ])
      expect(JSON.stringify(kept)).not.toMatch(/grace/i)
      const keys = made.map(({ key }) => key)
      expect(await blocks.among(keys, ada)).toHaveLength(4)
    })
  })
}
