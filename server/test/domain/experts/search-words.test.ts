import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchWords, wordsOfExpert } from '../../../src/domain/experts/search-words.ts'

describe('search words', () => {
  it.each([
    ['', []],
    [' – … ', []],
    ['Ada Lovelace', ['ada', 'lovelace']],
    ['ada ADA Àda', ['ada']],
    ['Zoë Łukasz Đorđe', ['zoe', 'lukasz', 'dorde']],
    ['Straße STRASSE GROẞ', ['strasse', 'gross']],
    ['Søren Æsop œuvre', ['soren', 'aesop', 'oeuvre']],
    ['İstanbul ISPARTA ılık', ['istanbul', 'isparta', 'ilik']],
    ['ΟΔΟΣ οδός', ['οδοσ']],
    ["O'Brien, C & node.js 2x", ['o', 'brien', 'c', 'node', 'js', '2x']],
    ['C++ C# c＃ F#, .NET g++', ['cplusplus', 'csharp', 'fsharp', 'dotnet', 'gplusplus']],
    ['A+ abc++ #1 example.net', ['a', 'abc', '1', 'example', 'net']],
    ['🎸 👩‍👩‍👧 ++ #', []],
    ['ﬁnance ２０２７ Ⅻ', ['finance', '2027', 'xii']],
    ['山田 太郎', ['山田', '太郎']],
    ['naïve naı\u0308ve', ['naive']],
  ])('of %j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it('are their own words, so that a stored word can be asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = searchWords(text)
        expect(searchWords(words.join(' '))).toEqual(words)
      }),
    )
  })

  it('do not depend on case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchWords(text.toLowerCase())).toEqual(searchWords(text))
      }),
    )
  })

  it('of an expert come from name, headline, category and skills', () => {
    const expert = {
      name: 'Ana María',
      headline: 'Guitar for all',
      category: { name: 'Music' },
      skills: ['Flamenco guitar'],
    }
    expect(wordsOfExpert(expert).join(' ')).toBe('ana maria guitar for all music flamenco')
  })
})
