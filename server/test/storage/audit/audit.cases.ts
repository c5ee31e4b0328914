import { describe, expect, it } from 'vitest'
import { cancel } from '../../../src/domain/bookings/transitions.ts'
import type { BookingsAsked } from '../../../src/storage/port/applications.ts'
import type { Content } from '../../../src/storage/port/storage.ts'
import { ada, bina, book, emptyContent, fresh, later, next, now } from '../fixtures.ts'
import { aPerson, signIn } from '../people/people-fixtures.ts'
import { aNewExpert, anEntry, anExpert } from '../experts/profile-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const expertAda = aPerson({ email: 'Ada@example.org', expertId: ada })
const expertBina = aPerson({ email: 'bina@example.org', expertId: bina })
const admin = aPerson({ email: 'admin@example.org', isAdmin: true })

function content(): Content {
  return { ...emptyContent(), people: [expertAda, expertBina, admin] }
}

export function adminCases(open: OpenStore): void {
  describe('administration', () => {
    const store = storePerTest(open, content)
    const trail = async () => (await store.storage.admin.listAudit({ limit: 100 })).items

    it('lists experts by slug, whoever is listed, by words and by address', async () => {
      const { admin: office, profiles } = store.storage
      const made = aNewExpert({ expert: anExpert({ slug: 'b-new', name: 'Mary Somerville' }) })
      await profiles.create(made)
      const slugs = async (asked: Partial<Parameters<typeof office.listExperts>[0]>) => {
        const { items } = await office.listExperts({ show: 'all', limit: 10, ...asked })
        return items.map(({ expert }) => expert.slug)
      }
      const all = ['ada-lovelace', 'b-new', 'bina-gurung']
      expect(await slugs({})).toEqual(all)
      expect(await slugs({ show: 'unlisted' })).toEqual(['b-new'])
      expect(await slugs({ show: 'listed' })).toEqual(['ada-lovelace', 'bina-gurung'])
      expect(await slugs({ words: ['mary', 'somer'] })).toEqual(['b-new'])
      expect(await slugs({ email: 'BINA@' })).toEqual(['bina-gurung'])
      expect(await slugs({ email: 'bina@', show: 'unlisted' })).toEqual([])
      const first = await office.listExperts({ show: 'all', limit: 2 })
      expect(first.next).toBe('b-new')
      expect(first.items[0]).toEqual({
        expert: await store.storage.findExpert(ada),
        email: 'Ada@example.org',
      })
      expect(await slugs({ after: first.next })).toEqual(['bina-gurung'])
      expect(await office.emailOf(bina)).toBe('bina@example.org')
      expect(await office.emailOf('expert-unknown')).toBeNull()
    })

    describe('of categories', () => {
      const law = { slug: 'law', name: 'Law', icon: 'scale' }

      it('makes one, once, at the end', async () => {
        const { admin: office } = store.storage
        const made = await Promise.all(
          [anEntry(), anEntry(), anEntry()].map((entry) => office.makeCategory(law, entry)),
        )
        expect(made.toSorted()).toEqual(['already_there', 'already_there', 'done'])
        const listed = await store.storage.listCategories()
        expect(listed.map(({ slug }) => slug)).toEqual(['engineering', 'music', 'law'])
        expect(listed.at(-1)).toEqual({ ...law, experts: 0 })
        expect(await trail()).toHaveLength(1)
      })

      it('changes one with all who are in it', async () => {
        const { admin: office } = store.storage
        const named = { slug: 'music', name: 'Sound', icon: 'ear' }
        expect(await office.changeCategory(named, anEntry())).toBe('done')
        expect((await store.storage.listCategories())[1]).toEqual({ ...named, experts: 1 })
        const expert = await store.storage.findExpert(bina)
        expect(expert).toMatchObject({ version: 1, category: { slug: 'music', name: 'Sound' } })
        const found = async (word: string) =>
          (
            await store.storage.searchExperts({ words: [word], sort: 'price', limit: 9 })
          ).experts.map(({ id }) => id)
        expect(await found('sound')).toEqual([bina])
        expect(await found('music')).toEqual([])
        expect(await found('singing')).toEqual([bina])
        expect(await office.changeCategory(law, anEntry())).toBe('not_found')
        expect(await trail()).toHaveLength(1)
      })

      it('removes one that nobody is in', async () => {
        const { admin: office } = store.storage
        await office.makeCategory(law, anEntry())
        expect(await office.removeCategory('music', anEntry())).toBe('category_in_use')
        expect(await office.removeCategory('law', anEntry())).toBe('done')
        expect(await office.removeCategory('law', anEntry())).toBe('not_found')
        expect(await store.storage.listCategories()).toHaveLength(2)
        expect(await trail()).toHaveLength(2)
      })

      it('removes none that somebody comes into at the same time', async () => {
        const { admin: office, profiles } = store.storage
        for (let round = 0; round < 5; round++) {
          await office.makeCategory(law, anEntry())
          const made = aNewExpert({ expert: anExpert({ category: law }) })
          const [removed, created] = await Promise.all([
            office.removeCategory('law', anEntry()),
            profiles.create(made),
          ])
          expect([removed, created.kind]).toEqual(
            created.kind === 'done' ? ['category_in_use', 'done'] : ['done', 'no_category'],
          )
          if (created.kind !== 'done') continue
          const category = { slug: 'music', name: 'Music' }
          await profiles.change({ next: { ...created.expert, version: 2, category } })
          await office.removeCategory('law', anEntry())
        }
      })
    })

    it('finds bookings of everybody, by scope, address and name, page after page', async () => {
      const { storage } = store
      const mail = (name: string) => `${name}@example.net`
      const at = async (slot: number, name: string, email: string, expertId = ada) =>
        book(storage, { slot, expertId, customer: { name, email } })
      const first = await at(0, 'Zoë Łukasz', mail('zoe'))
      const second = await at(8, 'Grace Hopper', mail('Grace'))
      const third = await at(8, 'Ada Grace', mail('other'), bina)
      const gone = await at(16, 'Grace Hopper', mail('grace'))
      const cancelled = cancel(gone, undefined, now)
      const entry = anEntry({ action: 'booking_cancelled' })
      expect((await storage.changeRecord({ next: cancelled, now, audit: entry })).kind).toBe('done')
      expect(await trail()).toEqual([entry])
      const when = later(second.startsAt, -1)
      const find = async (asked: Partial<BookingsAsked>) => {
        const ids: string[] = []
        let after: BookingsAsked['after']
        for (let pages = 0; pages < 9; pages++) {
          const wanted = { scope: 'all', now: when, limit: 1, after, ...asked } as const
          const page = await storage.admin.findBookings(wanted)
          ids.push(...page.bookings.map(({ id }) => id))
          after = page.next
          if (!after) return ids
        }
        throw new Error('There is no end of pages')
      }
      const eight = [second.id, third.id].toSorted()
      expect(await find({})).toEqual([gone.id, ...eight.toReversed(), first.id])
      expect(await find({ scope: 'upcoming' })).toEqual(eight)
      expect(await find({ scope: 'past' })).toEqual([first.id])
      expect(await find({ scope: 'cancelled' })).toEqual([gone.id])
      expect(await find({ email: 'GRACE@example.net' })).toEqual([gone.id, second.id])
      expect(await find({ email: 'grace@', scope: 'upcoming' })).toEqual([second.id])
      expect(await find({ words: ['grace'], scope: 'upcoming' })).toEqual(eight)
      expect(await find({ words: ['luk', 'zoe'] })).toEqual([first.id])
      expect(await find({ words: ['nobody'] })).toEqual([])
    })

    it('writes no entry for a change of a booking that is not made', async () => {
      const booked = await book(store.storage, { slot: 0 })
      const stale = next(next(cancel(booked, undefined, now)))
      const outcome = await store.storage.changeRecord({ next: stale, now, audit: anEntry() })
      expect(outcome.kind).toBe('stale_version')
      expect(await trail()).toEqual([])
    })

    it('lists people by address and by role', async () => {
      const { admin: office } = store.storage
      await signIn(store.storage, { email: 'grace@example.net' })
      const emails = async (asked: Partial<Parameters<typeof office.listPeople>[0]>) => {
        const { items } = await office.listPeople({ email: '', role: 'all', limit: 9, ...asked })
        return items.map(({ person }) => person.email)
      }
      const all = ['Ada@example.org', 'admin@example.org', 'bina@example.org', 'grace@example.net']
      expect(await emails({})).toEqual(all)
      expect(await emails({ role: 'admin' })).toEqual(['admin@example.org'])
      expect(await emails({ role: 'expert' })).toEqual(['Ada@example.org', 'bina@example.org'])
      expect(await emails({ email: 'AD' })).toEqual(all.slice(0, 2))
      expect(await emails({ email: 'ad', role: 'expert' })).toEqual(all.slice(0, 1))
      const page = await office.listPeople({ email: '', role: 'all', limit: 2 })
      expect(page).toEqual({
        items: [
          { person: expertAda, expertName: 'Ada Lovelace' },
          { person: admin, expertName: null },
        ],
        next: 'admin@example.org',
      })
      expect(await emails({ after: page.next })).toEqual(all.slice(2))
    })

    it('changes roles, tells of it, and leaves one administrator', async () => {
      const { admin: office } = store.storage
      const told: string[] = []
      store.storage.listen({ personChanged: (id) => told.push(id) })
      const change = (id: string, isAdmin: boolean) => {
        const { subject: _subject, ...entry } = anEntry({ action: 'admin_made' })
        return office.changeRole(id, isAdmin, entry)
      }
      expect(await change('person-unknown', true)).toEqual({ kind: 'not_found' })
      expect(await change(admin.id, false)).toEqual({ kind: 'still_needed' })
      expect(await change(admin.id, true)).toEqual({ kind: 'done', person: admin })
      expect(told).toEqual([])
      const person = { ...expertAda, isAdmin: true }
      expect(await change(expertAda.id, true)).toEqual({ kind: 'done', person })
      expect(told).toEqual([expertAda.id])
      expect((await trail()).map(({ subject }) => subject)).toEqual([
        { id: expertAda.id, name: 'Ada@example.org' },
      ])
      const taken = await Promise.all([change(expertAda.id, false), change(admin.id, false)])
      expect(taken.map(({ kind }) => kind).toSorted()).toEqual(['done', 'still_needed'])
      expect(await trail()).toHaveLength(2)
    })

    it('writes an entry for an administrator who is made by whoever runs the server', async () => {
      const { people } = store.storage
      const { subject: _subject, ...entry } = anEntry({ by: 'command', action: 'admin_made' })
      const made = aPerson({ email: 'Mary@example.org' })
      await people.setAdmin(made.email, true, made, entry)
      await people.setAdmin(made.email, true, made, { ...entry, id: fresh('entry') })
      const subject = { id: made.id, name: made.email }
      expect(await trail()).toEqual([{ ...entry, subject }])
      await people.setAdmin('ADMIN@example.org', false, made, { ...entry, id: fresh('entry') })
      expect((await people.findPerson(admin.id))?.isAdmin).toBe(false)
      expect(await trail()).toHaveLength(2)
    })

    it('tells its trail from the latest on, page after page', async () => {
      const { admin: office } = store.storage
      const entries = [0, 1, 1, 2].map((minutes, index) =>
        anEntry({
          at: later(now, minutes),
          ...(index === 0 ? { detail: 'Made' } : {}),
          subject: { id: `law-${index}`, name: 'Law' },
        }),
      )
      for (const [index, entry] of entries.entries()) {
        await office.makeCategory({ slug: `law-${index}`, name: 'Law', icon: 'scale' }, entry)
      }
      const first = await office.listAudit({ limit: 3 })
      expect(first.items).toEqual(entries.slice(1).toReversed())
      expect(await office.listAudit({ limit: 3, after: first.next })).toEqual({
        items: [entries[0]],
      })
    })
  })
}
