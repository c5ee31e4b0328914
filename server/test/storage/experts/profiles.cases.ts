import { describe, expect, it, vi } from 'vitest'
import type { Expert } from '../../../src/domain/experts/expert.ts'
import { photoUrlOf } from '../../../src/domain/experts/photo.ts'
import type { DirectorySearch } from '../../../src/storage/port/experts.ts'
import { ada, bina, book } from '../fixtures.ts'
import { aPerson, signIn } from '../people/people-fixtures.ts'
import { aNewExpert, anEntry, anExpert, aPhoto } from './profile-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

export function profileCases(open: OpenStore): void {
  describe('profiles', () => {
    const store = storePerTest(open)
    const find = async (id: string): Promise<Expert> => {
      const expert = await store.storage.experts.find(id)
      if (!expert) throw new Error(`There is no ${id}`)
      return expert
    }
    const change = async (id: string, fields: Partial<Expert>) => {
      const before = await find(id)
      const next = { ...before, version: before.version + 1, ...fields }
      return store.storage.experts.change({ next })
    }
    const idsOf = async (fields: Partial<DirectorySearch> = {}) => {
      const search = { words: [], sort: 'price', limit: 24, ...fields } as const
      const { items: experts, total } = await store.storage.experts.search(search)
      expect(total).toBe(experts.length)
      return experts.map(({ id }) => id).toSorted()
    }
    const countOf = async (slug: string) =>
      (await store.storage.categories.list()).find((each) => each.slug === slug)?.experts

    it('change with all that searches compare', async () => {
      const before = await find(bina)
      expect(await store.storage.experts.recall(bina)).toEqual(before)
      const fields = {
        name: 'Zoë Gurung',
        headline: 'Moss',
        bio: '',
        bring: [],
        category: { slug: 'engineering', name: 'whatever' },
        skills: ['Lichen'],
        languages: ['de-AT'],
        hourlyRate: 100,
        photoUrl: '/portraits/other.webp',
      }
      const outcome = await change(bina, fields)
      const after = { ...before, ...fields, version: 2 }
      after.category = { slug: 'engineering', name: 'Engineering' }
      expect(outcome).toEqual({ kind: 'done', expert: after })
      expect(await find(bina)).toEqual(after)
      expect(await store.storage.experts.recall(bina)).toEqual(after)
      expect(await idsOf({ words: ['zoe', 'lich'] })).toEqual([bina])
      expect(await idsOf({ words: ['bina'] })).toEqual([])
      expect(await idsOf({ words: ['voice'] })).toEqual([])
      expect(await idsOf({ language: 'de' })).toEqual([bina])
      expect(await idsOf({ language: 'ne' })).toEqual([])
      expect(await idsOf({ maxPrice: 100 })).toEqual([bina])
      expect(await idsOf({ category: 'engineering' })).toEqual([ada, bina])
      expect([await countOf('engineering'), await countOf('music')]).toEqual([2, 0])
    })

    it('leave schedule, rating and next free start as they are stored', async () => {
      const before = await find(ada)
      const schedule = { ...before.schedule, version: 2 }
      await store.storage.schedules.replace(ada, schedule)
      const rating = { average: 5, count: 100 }
      const next = { ...before, slug: 'other', version: 2, name: 'Ada', rating }
      const outcome = await store.storage.experts.change({ next })
      const after = { ...before, version: 2, name: 'Ada', schedule }
      expect(outcome).toEqual({ kind: 'done', expert: after })
      expect(await find(ada)).toEqual(after)
    })

    it('change once of many changes of one version', async () => {
      const names = Array.from({ length: 8 }, (_, index) => `Ada ${index}`)
      const outcomes = await Promise.all(names.map((name) => change(ada, { name, version: 2 })))
      const won = outcomes.flatMap((each) => (each.kind === 'done' ? [each.expert.name] : []))
      expect(won).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'stale_version')).toHaveLength(7)
      expect(await find(ada)).toMatchObject({ version: 2, name: won[0] })
    })

    it('that were not changed leave nothing behind', async () => {
      const told: string[] = []
      store.storage.listen({ scheduleChanged: (id) => told.push(id) })
      const before = await find(ada)
      const photo = aPhoto()
      const stale = { ...before, name: 'Other', version: 3, photoUrl: photoUrlOf(photo.id) }
      const audit = anEntry()
      const ask = (next: Expert) => store.storage.experts.change({ next, photo, audit })
      expect(await ask(stale)).toEqual({ kind: 'stale_version' })
      const category = { slug: 'unheard-of', name: 'Music' }
      expect(await ask({ ...stale, version: 2, category })).toEqual({ kind: 'no_category' })
      expect(await ask({ ...stale, id: 'expert-unknown' })).toEqual({ kind: 'stale_version' })
      expect(await find(ada)).toEqual(before)
      expect(await store.storage.experts.findPhoto(photo.id)).toBeNull()
      expect(told).toEqual([])
      // The entry was not written either: its id is free.
      expect((await ask({ ...stale, version: 2 })).kind).toBe('done')
      expect(told).toEqual([ada])
    })

    it('keep a link to a room of one’s own until it is removed', async () => {
      const meetingUrl = 'https://meet.example/ada'
      expect((await find(ada)).meetingUrl).toBeNull()
      const changed = await change(ada, { meetingUrl })
      expect(changed).toMatchObject({ kind: 'done', expert: { meetingUrl } })
      expect((await find(ada)).meetingUrl).toBe(meetingUrl)
      await change(ada, { name: 'Ada' })
      expect((await find(ada)).meetingUrl).toBe(meetingUrl)
      await change(ada, { meetingUrl: null })
      expect((await find(ada)).meetingUrl).toBeNull()
      const made = aNewExpert({ expert: anExpert({ meetingUrl }) })
      await store.storage.experts.create(made)
      expect((await find(made.expert.id)).meetingUrl).toBe(meetingUrl)
    })

    it('that are not listed are in no search, no count and no category, until they are again', async () => {
      const booked = await book(store.storage, { slot: 0 })
      await change(ada, { listed: false })
      for (const sort of ['soonest', 'rating', 'price'] as const) {
        expect(await idsOf({ sort })).toEqual([bina])
      }
      expect(await idsOf({ words: ['ada'] })).toEqual([])
      expect(await idsOf({ category: 'engineering' })).toEqual([])
      expect(await idsOf({ language: 'en' })).toEqual([bina])
      expect(await idsOf({ maxPrice: 1e6 })).toEqual([bina])
      expect(await countOf('engineering')).toBe(0)
      expect(await find(ada)).toMatchObject({ listed: false, version: 2 })
      expect(await store.storage.experts.findBySlug('ada-lovelace')).toMatchObject({
        listed: false,
      })
      expect(await store.storage.bookings.find(booked.id)).toEqual(booked)
      await change(ada, { listed: true })
      expect(await idsOf()).toEqual([ada, bina])
      expect(await countOf('engineering')).toBe(1)
    })

    it('have photos that are gone when nobody refers to them', async () => {
      const { experts } = store.storage
      const [photo, other] = [aPhoto(), aPhoto()]
      const choose = async (id: string, chosen: typeof photo) => {
        const before = await find(id)
        const photoUrl = photoUrlOf(chosen.id)
        const next = { ...before, version: before.version + 1, photoUrl }
        expect(await experts.change({ next, photo: chosen })).toMatchObject({ kind: 'done' })
      }
      await choose(ada, photo)
      await choose(bina, photo)
      expect(await experts.findPhoto(photo.id)).toEqual(photo.bytes)
      await choose(ada, other)
      expect(await experts.findPhoto(photo.id)).toEqual(photo.bytes)
      await change(bina, { photoUrl: null })
      expect(await experts.findPhoto(photo.id)).toBeNull()
      expect(await experts.findPhoto(other.id)).toEqual(other.bytes)
      await change(ada, { name: 'Ada' })
      expect(await experts.findPhoto(other.id)).toEqual(other.bytes)
    })

    it('keep a photo that one chooses while the other gives it up', async () => {
      const { experts } = store.storage
      for (let round = 0; round < 5; round++) {
        const photo = aPhoto()
        const photoUrl = photoUrlOf(photo.id)
        const first = await find(ada)
        await experts.change({ next: { ...first, version: first.version + 1, photoUrl }, photo })
        const next = { ...(await find(bina)), photoUrl }
        await Promise.all([
          change(ada, { photoUrl: null }),
          experts.change({ next: { ...next, version: next.version + 1 }, photo }),
        ])
        expect(await experts.findPhoto(photo.id)).toEqual(photo.bytes)
      }
    })

    describe('of somebody new', () => {
      it('are made with their person in one commit', async () => {
        const made = aNewExpert({ expert: anExpert({ name: 'Mary Somerville' }) })
        const expert = { ...made.expert, category: { slug: 'engineering', name: 'Engineering' } }
        const person = { ...made.person, expertId: expert.id }
        expect(await store.storage.experts.create(made)).toEqual({ kind: 'done', expert, person })
        expect(await find(expert.id)).toEqual(expert)
        expect(await store.storage.people.findByEmail(person.email)).toEqual(person)
        expect(await idsOf({ words: ['somerville'] })).toEqual([])
        await change(expert.id, { listed: true })
        expect(await idsOf({ words: ['somerville'] })).toEqual([expert.id])
        const due = await store.storage.experts.listDue(made.audit.at, 10)
        expect(due.map(({ expertId }) => expertId)).toContain(expert.id)
        expect(await book(store.storage, { expertId: expert.id })).toMatchObject({
          state: 'booked',
        })
      })

      it('are of whoever has the address, who hears of it', async () => {
        const told: string[] = []
        store.storage.listen({ personChanged: (id) => told.push(id) })
        const { person, tokenHash } = await signIn(store.storage, { email: 'mary@example.org' })
        const made = aNewExpert({ person: aPerson({ email: 'Mary@example.org' }) })
        expect((await store.storage.experts.create(made)).kind).toBe('done')
        const found = await store.storage.people.findSession(tokenHash, made.audit.at)
        expect(found?.person).toEqual({ ...person, expertId: made.expert.id })
        // Nobody waits for it: the change stream of MongoDB may tell it a moment after the answer.
        await vi.waitFor(() => expect(told).toEqual([person.id]))
      })

      it('are refused, with nothing left behind, if that person is an expert already', async () => {
        const { experts, people } = store.storage
        const first = aNewExpert()
        await experts.create(first)
        const again = aNewExpert({ person: { ...first.person, id: 'person-other' } })
        expect(await experts.create(again)).toEqual({ kind: 'address_in_use' })
        expect(await store.storage.experts.find(again.expert.id)).toBeNull()
        const person = await people.findByEmail(first.person.email)
        expect(person?.expertId).toBe(first.expert.id)
      })

      it('are refused with somebody else’s slug or an unknown category', async () => {
        const { experts, people } = store.storage
        const taken = aNewExpert({ expert: anExpert({ slug: 'ada-lovelace' }) })
        expect(await experts.create(taken)).toEqual({ kind: 'slug_taken' })
        const category = { slug: 'unheard-of', name: 'Unheard of' }
        const lost = aNewExpert({ expert: anExpert({ category }) })
        expect(await experts.create(lost)).toEqual({ kind: 'no_category' })
        for (const { person, expert } of [taken, lost]) {
          expect(await people.findByEmail(person.email)).toBeNull()
          expect(await store.storage.experts.find(expert.id)).toBeNull()
        }
      })

      it('are one of many with one slug, and one of many with one address', async () => {
        const { experts } = store.storage
        const slug = 'the-same-one'
        const bySlug = await Promise.all(
          Array.from({ length: 6 }, () =>
            experts.create(aNewExpert({ expert: anExpert({ slug }) })),
          ),
        )
        expect(bySlug.map(({ kind }) => kind).toSorted()).toEqual([
          'done',
          ...Array.from({ length: 5 }, () => 'slug_taken'),
        ])
        const email = 'mary@example.org'
        const byAddress = await Promise.all(
          Array.from({ length: 6 }, () =>
            experts.create(aNewExpert({ person: aPerson({ email }) })),
          ),
        )
        expect(byAddress.map(({ kind }) => kind).toSorted()).toEqual([
          ...Array.from({ length: 5 }, () => 'address_in_use'),
          'done',
        ])
      })
    })
  })
}
