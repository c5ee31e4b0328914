import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoUrlOf } from '../../../src/domain/experts/photo.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { now } from '../fixtures.ts'
import { aNewExpert, anEntry, aPhoto } from '../experts/profile-fixtures.ts'
import { mongoUrl } from './mongo-store.ts'
import { openProfiled, type ProfiledStore } from './profiled-store.ts'

describe.skipIf(mongoUrl === null)('the plans of MongoDB for profiles and administration', () => {
  let store: ProfiledStore
  let storage: Storage
  beforeAll(async () => {
    store = await openProfiled()
    storage = store.storage
  })
  afterAll(() => store.close())

  it('lead through an index for whatever administrators look for', async () => {
    const { admin } = storage
    const page = { limit: 5 }
    await store.expectIndexed(async () => {
      for (const show of ['all', 'listed', 'unlisted'] as const) {
        const { next } = await admin.listExperts({ show, ...page })
        await admin.listExperts({ show, ...page, after: next, words: ['some', 'number1'] })
      }
      await admin.listExperts({ show: 'all', ...page, email: 'some' })
      await admin.emailOf('expert-001')
      for (const scope of ['all', 'upcoming', 'past', 'cancelled'] as const) {
        const asked = { scope, now, ...page }
        const { next } = await admin.findBookings(asked)
        await admin.findBookings({ ...asked, after: next })
        await admin.findBookings({ ...asked, email: 'grace' })
        await admin.findBookings({ ...asked, words: ['grace'] })
      }
      for (const role of ['all', 'expert', 'admin'] as const) {
        await admin.listPeople({ email: 'a', role, ...page, after: 'ab' })
      }
      for (const state of [undefined, 'waiting'] as const) {
        const { next } = await admin.listApplications({ state, ...page })
        await admin.listApplications({ state, ...page, after: next ?? { at: now, id: '' } })
      }
      await admin.listAudit({ ...page, after: { at: now, id: '' } })
      const law = { slug: 'law', name: 'law', icon: 'scale' }
      await admin.changeCategory(law, anEntry())
      await admin.removeCategory('law', anEntry())
      const { subject: _subject, ...entry } = anEntry()
      await admin.changeRole('person-unknown', true, entry)
    })
  })

  it('lead through an index for a profile and its photo', async () => {
    const expert = await storage.findExpert('expert-060')
    if (!expert) throw new Error('Nobody was found')
    await store.expectIndexed(async () => {
      for (let version = 2; version < 4; version++) {
        const photo = aPhoto()
        const next = { ...expert, version, photoUrl: photoUrlOf(photo.id) }
        expect((await storage.profiles.change({ next, photo })).kind).toBe('done')
        await storage.profiles.findPhoto(photo.id)
      }
      expect((await storage.profiles.create(aNewExpert())).kind).toBe('done')
    })
  })
})
