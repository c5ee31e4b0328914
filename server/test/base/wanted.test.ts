import { expect, it } from 'vitest'
import { wantedOf } from '../../src/base/wanted.ts'
import { hasWords } from '../../src/domain/experts/search-words.ts'

it.each([
  [undefined, {}],
  ['  ', {}],
  ['Ada Love', { words: ['ada', 'love'] }],
  ['ada@', { email: 'ada@' }],
  ['ada+tag@example.org', { email: 'ada+tag@example.org' }],
  // As `?query=ada+tag@example.org` is read.
  ['ada tag@example.org', { email: 'ada+tag@example.org' }],
  ['ada+t', { email: 'ada+t' }],
  ['C++', { words: ['cplusplus'] }],
  ['mina@bücher.example', { email: 'mina@xn--bcher-kva.example' }],
])('%j asks for %j', (typed, wanted) => {
  expect(wantedOf(typed)).toEqual(wanted)
})

it('asks for nobody by signs alone, and not for everybody', () => {
  const { words = [] } = wantedOf('🎸')
  expect(words).not.toEqual([])
  for (const name of ['Ada', '🎸', '', '∅']) expect(hasWords(name, words)).toBe(false)
})
