import { describe, expect, it } from 'vitest'
import { changeOf, mergeTexts, textsOf } from '../../../src/features/listing/profile-texts.ts'
import { slugOf } from '../../../src/features/category/slug-of.ts'
import { adminExpert } from '../../pages/admin/admin-world.tsx'

describe('a profile in texts', () => {
  it('unchanged, nothing of it is sent', () => {
    const texts = textsOf(adminExpert({ skills: ['Oaks', 'Limes'], bring: ['A photo'] }))
    expect(changeOf(texts, texts, 'USD')).toEqual({})
  })

  it('an emptied list is sent as one', () => {
    const texts = textsOf(adminExpert({ bring: ['A photo', 'A map'] }))
    expect(changeOf(texts, { ...texts, bring: ' \n' }, 'USD')).toEqual({ bring: [] })
  })

  it('what both changed alike is no clash', () => {
    const before = textsOf(adminExpert())
    const theirs = { ...before, headline: 'Same', name: 'Theirs', bio: 'Theirs' }
    const typed = { ...before, headline: 'Same', name: 'Mine' }
    const { merged, clashes } = mergeTexts(before, theirs, typed)
    expect(clashes).toEqual(['name'])
    expect(merged).toMatchObject({ headline: 'Same', name: 'Mine', bio: 'Theirs' })
  })
})

describe('a name in an address', () => {
  it.each([
    ['Café & Küche', 'cafe-kuche'],
    ['  Law ', 'law'],
    ['日本語', ''],
  ])('%s', (name, slug) => expect(slugOf(name)).toBe(slug))
})
