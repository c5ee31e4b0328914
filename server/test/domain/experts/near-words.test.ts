import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNearWords } from '../../../src/domain/experts/near-words.ts'

const near = createNearWords(['postgres', 'piano', 'pianos', 'law', 'german', 'design', 'écoute'])

describe('words near to one that was mistyped', () => {
  it.each([
    ['postgress', ['postgres']],
    ['psotgres', ['postgres']],
    ['potgres', ['postgres']],
    ['pianoo', ['piano', 'pianos']],
    ['paino', ['piano']],
    ['germn', ['german']],
    ['germany', ['german']],
    ['desing', ['design']],
    // A word that there is was not mistyped.
    ['piano', ['pianos']],
    // Every short word is near to every other.
    ['lae', []],
    ['la', []],
    ['', []],
    ['qwrtzpsdf', []],
  ])('of %s are %j', (typed, words) => {
    expect(near(typed)).toEqual(words)
  })

  it('are those that a plain count of slips finds', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '話'),
      minLength: 4,
      maxLength: 9,
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), word, (words, typed) => {
        const most = typed.length < 8 ? 1 : 2
        const slips = words
          .filter((each) => each !== typed)
          .map((each) => ({ each, slips: plainSlips(typed, each) }))
          .filter((found) => found.slips <= most)
        const least = Math.min(...slips.map((found) => found.slips))
        const nearest = slips.filter((found) => found.slips === least).map(({ each }) => each)
        expect(createNearWords(words)(typed)).toEqual([...new Set(nearest)].toSorted().slice(0, 6))
      }),
    )
  })
})

/** The definition, without anything that makes it quick. */
function plainSlips(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const isSame = one.at(-1) === other.at(-1)
  const without = (text: string, letters = 1) => text.slice(0, -letters)
  const ways = [
    plainSlips(without(one), without(other)) + (isSame ? 0 : 1),
    ...(isSame ? [] : [plainSlips(without(one), other) + 1, plainSlips(one, without(other)) + 1]),
  ]
  if (!isSame && one.length > 1 && other.length > 1) {
    const isSwapped = one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
    if (isSwapped) ways.push(plainSlips(without(one, 2), without(other, 2)) + 1)
  }
  return Math.min(...ways)
}
