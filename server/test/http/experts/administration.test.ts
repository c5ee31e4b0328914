import type { EndpointName } from '@expertconnect/contract/endpoints'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import { mailTo, startWorld, type World } from '../../harness.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
let admin: Awaited<ReturnType<typeof signedIn>>
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
  admin = await signedIn(world, adminEmail)
})
afterEach(() => world.stop())

const trail = async () =>
  (await admin.send('listAudit', { query: { kind: 'administration' } })).body.items.map(
    ({ by, action, subject, detail }) => {
      return { by, action, subject: subject.name, ...(detail === undefined ? {} : { detail }) }
    },
  )
const invitation = { email: 'mary@example.net', name: 'Mary Somerville', category: 'music' }

describe('administration', () => {
  it('is for administrators alone, whatever is asked', async () => {
    const params = { id: 'expert-ada', slug: 'music' }
    const asked: readonly (readonly [EndpointName, unknown?])[] = [
      ['listAdminExperts'],
      ['inviteExpert', invitation],
      ['changeExpert', { version: 1, listed: false }],
      ['getCategory'],
      ['makeCategory', { slug: 'law', name: 'Law', icon: 'scale' }],
      ['changeCategory', { name: 'Law', icon: 'scale' }],
      ['removeCategory'],
      ['findBookings'],
      ['listPeople'],
      ['changeRoles', { isAdmin: true }],
      ['listApplications'],
      ['decideApplication', { state: 'approved' }],
      ['listAudit'],
    ]
    const expert = await signedIn(world, adaEmail)
    const customer = await signedIn(world, 'grace@example.com')
    for (const [name, body] of asked) {
      const sent = body === undefined ? { params } : { params, body }
      const nobody = await createBrowser(world).refuse(name, sent)
      expect([name, nobody.status, nobody.body.code]).toEqual([name, 401, 'signed_out'])
      for (const browser of [expert, customer]) {
        const refused = await browser.refuse(name, sent)
        expect([name, refused.status, refused.body.code]).toEqual([name, 403, 'forbidden'])
      }
    }
    expect(await trail()).toEqual([])
  })

  it('lists experts with their addresses, and finds them', async () => {
    const { body } = await admin.send('listAdminExperts', { query: { limit: 1 } })
    expect(body.items).toMatchObject([{ slug: 'ada-lovelace', email: adaEmail, listed: true }])
    const rest = await admin.send('listAdminExperts', { query: { cursor: body.nextCursor ?? '' } })
    expect(rest.body.items.map(({ slug }) => slug)).toEqual(['bina-gurung'])
    for (const query of ['Loveläce', 'ADA@example']) {
      const found = await admin.send('listAdminExperts', { query: { query } })
      expect(found.body.items.map(({ slug }) => slug)).toEqual(['ada-lovelace'])
    }
    const unlisted = await admin.send('listAdminExperts', { query: { show: 'unlisted' } })
    expect(unlisted.body.items).toEqual([])
    const faulty = await admin.refuse('listAdminExperts', { query: { cursor: 'WzFd' } })
    expect(faulty.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/cursor'])
  })

  it('invites an expert, who signs in to a desk of their own', async () => {
    const { status, body } = await admin.send('inviteExpert', { body: invitation })
    expect(status).toBe(201)
    expect(body).toMatchObject({ slug: 'mary-somerville', listed: false, version: 1 })
    expect(body).toMatchObject({ email: 'mary@example.net', sessionLengths: [30, 60] })
    const mail = await mailTo(world, 'mary@example.net')
    expect(mail.text).toContain(`${world.url}/desk`)
    const params = { slug: 'mary-somerville' }
    expect((await world.refuse('getExpert', { params })).body.code).toBe('not_found')
    const mary = await signedIn(world, 'Mary@example.net')
    const desk = await mary.send('getDesk')
    expect(desk.body).toMatchObject({ id: body.id, category: { slug: 'music', name: 'Music' } })
    const listed = await admin.send('changeExpert', {
      params: { id: body.id },
      body: { version: 1, listed: true, hourlyRate: 9000 },
    })
    expect(listed.body).toMatchObject({ listed: true, version: 2, email: 'mary@example.net' })
    await world.send('getExpert', { params })
    expect(await trail()).toEqual([
      {
        by: adminEmail,
        action: 'expert_listed',
        subject: 'Mary Somerville',
        detail: 'Changed: hourlyRate',
      },
      { by: adminEmail, action: 'expert_invited', subject: 'Mary Somerville' },
    ])
  })

  it('gives namesakes addresses of their own', async () => {
    const names = [
      ...Array.from({ length: 7 }, () => 'Ada Lovelace'),
      '山田 太郎',
      'ÉMILIE Du—Châtelet',
    ]
    const slugs = []
    for (const [index, name] of names.entries()) {
      const body = { ...invitation, name, email: `namesake-${index}@example.net` }
      slugs.push((await admin.send('inviteExpert', { body })).body.slug)
    }
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.slice(0, 4)).toEqual([2, 3, 4, 5].map((count) => `ada-lovelace-${count}`))
    expect(slugs.slice(-2)).toEqual(['expert', 'emilie-du-chatelet'])
  })

  it('invites nobody who is an expert already, nor into a category that is not there', async () => {
    const twice = await admin.refuse('inviteExpert', { body: { ...invitation, email: adaEmail } })
    expect([twice.status, twice.body.code]).toEqual([409, 'address_in_use'])
    const lost = await admin.refuse('inviteExpert', { body: { ...invitation, category: 'law' } })
    expect(lost.body.errors?.map(({ pointer }) => pointer)).toEqual(['#/category'])
    expect(world.mails.filter(({ to }) => to !== adminEmail)).toEqual([])
    expect(await trail()).toEqual([])
  })

  it('hides an expert, and changes what they say, by the version that was looked at', async () => {
    const params = { id: 'expert-ada' }
    const hidden = await admin.send('changeExpert', { params, body: { version: 1, listed: false } })
    expect(hidden.body).toMatchObject({ listed: false, version: 2, name: 'Ada Lovelace' })
    const stale = await admin.refuse('changeExpert', { params, body: { version: 1, name: 'Ada' } })
    expect(stale.body.code).toBe('stale_version')
    await admin.send('changeExpert', { params, body: { version: 2, name: 'Ada', bio: '' } })
    const unknown = { params: { id: 'expert-unknown' }, body: { version: 1, name: 'Ada' } }
    expect((await admin.refuse('changeExpert', unknown)).body.code).toBe('not_found')
    expect(await trail()).toEqual([
      { by: adminEmail, action: 'expert_changed', subject: 'Ada', detail: 'Changed: name, bio' },
      { by: adminEmail, action: 'expert_hidden', subject: 'Ada Lovelace' },
    ])
  })

  it('says what people type for a category, which counts at once', async () => {
    const params = { slug: 'music' }
    const read = async () => (await admin.send('getCategory', { params })).body
    const before = await read()
    expect(before).toMatchObject({ slug: 'music', name: 'Music', experts: 1 })
    expect(before.synonyms.flatMap(({ typed }) => typed)).toContain('violin')
    const find = async (query: string) =>
      (await world.send('searchExperts', { query: { query } })).body.items.map(({ slug }) => slug)
    expect(await find('zorgle')).toEqual([])
    const body = {
      name: 'Music',
      icon: 'music',
      synonyms: [{ typed: ['Zorgle', 'Ætherphone solo'], found: ['Singing'] }],
    }
    await admin.send('changeCategory', { params, body })
    expect((await read()).synonyms).toEqual([
      { typed: ['zorgle', 'aetherphone', 'solo'], found: ['singing'] },
    ])
    expect(await find('zorgle')).toEqual(['bina-gurung'])
    expect(await trail()).toEqual([
      {
        by: adminEmail,
        action: 'category_changed',
        subject: 'Music',
        detail: 'Changed: search words',
      },
    ])
    const empty = { ...body, synonyms: [{ typed: [], found: ['x'] }] }
    const { errors } = (await admin.refuse('changeCategory', { params, body: empty })).body
    expect(errors).toMatchObject([{ pointer: '#/synonyms/0/typed' }])
    expect((await admin.refuse('getCategory', { params: { slug: 'none' } })).status).toBe(404)
  })

  it('makes, changes and removes categories', async () => {
    const law = { slug: 'law', name: 'Law', icon: 'scale' }
    const made = await admin.send('makeCategory', { body: law })
    expect(made.body).toEqual({ ...law, experts: 0 })
    expect((await admin.refuse('makeCategory', { body: law })).body.code).toBe('already_there')
    const params = { slug: 'music' }
    const change = { name: 'Sound', icon: 'ear' }
    const changed = await admin.send('changeCategory', { params, body: change })
    expect(changed.body).toEqual({ ...params, ...change, experts: 1 })
    const found = await world.send('searchExperts', { query: { query: 'sound' } })
    expect(found.body.items[0]?.category).toEqual({ slug: 'music', name: 'Sound' })
    expect((await admin.refuse('removeCategory', { params })).body.code).toBe('category_in_use')
    await admin.send('removeCategory', { params: { slug: 'law' } })
    for (const name of ['removeCategory', 'changeCategory'] as const) {
      const sent = name === 'changeCategory' ? { body: change } : {}
      const gone = await admin.refuse(name, { params: { slug: 'law' }, ...sent })
      expect(gone.body.code).toBe('not_found')
    }
    expect(await trail()).toEqual([
      { by: adminEmail, action: 'category_removed', subject: 'Law' },
      { by: adminEmail, action: 'category_changed', subject: 'Sound' },
      { by: adminEmail, action: 'category_made', subject: 'Law' },
    ])
  })
})
