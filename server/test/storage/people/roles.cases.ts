import { describe, expect, it } from 'vitest'
import type { Content } from '../../../src/storage/port/content.ts'
import { anEntry } from '../experts/profile-fixtures.ts'
import { ada, bina, emptyContent, fresh } from '../fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aPerson, signIn } from './people-fixtures.ts'

const expertAda = aPerson({ email: 'Ada@example.org', expertId: ada })
const expertBina = aPerson({ email: 'bina@example.org', expertId: bina })
const admin = aPerson({ email: 'admin@example.org', isAdmin: true })

function content(): Content {
  return { ...emptyContent(), people: [expertAda, expertBina, admin] }
}

export function roleCases(open: OpenStore): void {
  describe('people and their roles', () => {
    const store = storePerTest(open, content)
    const trail = async () => (await store.storage.audit.list({ limit: 100 })).items

    it('lists people by address and by role', async () => {
      const { people } = store.storage
      await signIn(store.storage, { email: 'grace@example.net' })
      const emails = async (asked: Partial<Parameters<typeof people.list>[0]>) => {
        const { items } = await people.list({ email: '', role: 'all', limit: 9, ...asked })
        return items.map(({ person }) => person.email)
      }
      const all = ['Ada@example.org', 'admin@example.org', 'bina@example.org', 'grace@example.net']
      expect(await emails({})).toEqual(all)
      expect(await emails({ role: 'admin' })).toEqual(['admin@example.org'])
      expect(await emails({ role: 'expert' })).toEqual(['Ada@example.org', 'bina@example.org'])
      expect(await emails({ email: 'AD' })).toEqual(all.slice(0, 2))
      expect(await emails({ email: 'ad', role: 'expert' })).toEqual(all.slice(0, 1))
      const page = await people.list({ email: '', role: 'all', limit: 2 })
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
      const { people } = store.storage
      const told: string[] = []
      store.storage.listen({ personChanged: (id) => told.push(id) })
      const change = (id: string, isAdmin: boolean) => {
        const { subject: _subject, ...entry } = anEntry({ action: 'admin_made' })
        return people.changeRole(id, isAdmin, { audit: entry })
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
      await people.setAdmin(made.email, true, made, { audit: entry })
      await people.setAdmin(made.email, true, made, {
        audit: { ...entry, id: fresh('entry') },
      })
      const subject = { id: made.id, name: made.email }
      expect(await trail()).toEqual([{ ...entry, subject }])
      await people.setAdmin('ADMIN@example.org', false, made, {
        audit: { ...entry, id: fresh('entry') },
      })
      expect((await people.find(admin.id))?.isAdmin).toBe(false)
      expect(await trail()).toHaveLength(2)
    })
  })
}
