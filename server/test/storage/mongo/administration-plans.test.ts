import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoUrlOf } from '../../../src/domain/experts/photo.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { aBlock, aReport } from '../blocks/block-fixtures.ts'
import { later, now } from '../fixtures.ts'
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
    const { experts, bookings, people, applications, audit, categories } = storage
    const page = { limit: 5 }
    await store.expectIndexed(async () => {
      for (const show of ['all', 'listed', 'unlisted'] as const) {
        const { next } = await experts.list({ show, ...page })
        await experts.list({ show, ...page, after: next, words: ['some', 'number1'] })
      }
      await experts.list({ show: 'all', ...page, email: 'some' })
      await experts.emailOf('expert-001')
      for (const scope of ['all', 'upcoming', 'past', 'cancelled'] as const) {
        const asked = { scope, now, ...page }
        const { next } = await bookings.search(asked)
        await bookings.search({ ...asked, after: next })
        await bookings.search({ ...asked, email: 'grace' })
        await bookings.search({ ...asked, words: ['grace'] })
        await bookings.search({ ...asked, from: now, to: later(now, 1) })
        await bookings.search({ ...asked, expertId: 'expert-001', from: now })
      }
      for (const role of ['all', 'expert', 'admin'] as const) {
        await people.list({ email: 'a', role, ...page, after: 'ab' })
      }
      for (const state of [undefined, 'waiting'] as const) {
        const { next } = await applications.list({ state, ...page })
        await applications.list({ state, ...page, after: next ?? { at: now, id: '' } })
      }
      await audit.list({ ...page, after: { at: now, id: '' } })
      const law = { slug: 'law', name: 'law', icon: 'scale' }
      await categories.change(law, anEntry())
      await categories.remove('law', anEntry())
      const { subject: _subject, ...entry } = anEntry()
      await people.changeRole('person-unknown', true, { audit: entry })
    })
  })

  it('lead through an index for who is blocked, what is reported and what is alike', async () => {
    const { blocks, bookings, reports } = storage
    const page = { limit: 5, after: { at: now, id: '' } }
    const [block, report] = [aBlock(), aReport()]
    await store.expectIndexed(async () => {
      await blocks.make(block, anEntry())
      await blocks.make(aBlock({ key: block.key }), anEntry())
      await reports.send(report, anEntry())
      for (const expertId of [null, 'expert-001']) {
        await blocks.among([block.key, 'network of nobody'], expertId)
        await blocks.list({ expertId, ...page })
        for (const by of ['email', 'domain', 'network'] as const) {
          const whose = expertId === null ? {} : { expertId }
          await bookings.listAlike({ by, value: 'example.org', now, limit: 5, ...whose })
        }
        await bookings.listHolds(now, expertId ?? undefined)
      }
      await blocks.remove(block.id, block.expertId, anEntry())
      for (const state of [undefined, 'open'] as const) await reports.list({ state, ...page })
      const decided = { id: report.id, state: 'settled', at: now, by: 'admin' } as const
      await reports.decide(decided, anEntry())
    })
  })

  it('lead through an index for a profile and its photo', async () => {
    const expert = await storage.experts.find('expert-060')
    if (!expert) throw new Error('Nobody was found')
    await store.expectIndexed(async () => {
      for (let version = 2; version < 4; version++) {
        const photo = aPhoto()
        const next = { ...expert, version, photoUrl: photoUrlOf(photo.id) }
        expect((await storage.experts.change({ next, photo })).kind).toBe('done')
        await storage.experts.findPhoto(photo.id)
      }
      expect((await storage.experts.create(aNewExpert())).kind).toBe('done')
    })
  })
})
