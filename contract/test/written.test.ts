import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CustomerName, Topic } from '../src/bookings/shapes.ts'
import {
  AdminExpertChange,
  ApplicationInput,
  CategoryChange,
  CategoryInput,
  Decision,
  Invitation,
  ProfileChange,
} from '../src/experts/shapes.ts'
import { isWhole, writtenLine, writtenText } from '../src/written.ts'

/** Each alone is seen as nothing. */
const unseen: readonly (readonly [string, string])[] = [
  ['spaces of all widths', ' \u00A0\u2003\u3000\u202F'],
  ['zero-width space', '\u200B'],
  ['joiner', '\u200D'],
  ['non-joiner', '\u200C'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\uFEFF'],
  ['soft hyphen', '\u00AD'],
  ['combining grapheme joiner', '\u034F'],
  ['Hangul filler', '\u3164'],
  ['Hangul choseong filler', '\u115F'],
  ['Hangul jungseong filler', '\u1160'],
  ['halfwidth Hangul filler', '\uFFA0'],
  ['Khmer inherent vowels', '\u17B4\u17B5'],
  ['Mongolian vowel separator and selector', '\u180E\u180B'],
  ['braille without a dot', '\u2800'],
  ['musical null notehead', '\u{1D159}'],
  ['musical format', '\u{1D173}'],
  ['shorthand format', '\u{1BCA0}'],
  ['tags', '\u{E0001}\u{E0041}\u{E007F}'],
  ['selectors', '\uFE0F\uFE00\u{E0100}'],
  ['a mark upon nothing', '\u0301'],
  ['marks of direction', '\u200E\u200F\u061C'],
  ['turns of direction', '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'],
  ['interlinear notes and a stand-in for an object', '\uFFF9\uFFFA\uFFFB\uFFFC'],
  ['invisible operators', '\u2061\u2062\u2063\u2064'],
  ['controls', '\u0000\u0007\u001B\u0085\u2028\u2029'],
  ['for private use', '\uE000'],
]

/** As they are written in the world: nothing of them may be lost. */
const kept: readonly (readonly [string, string])[] = [
  ['Latin with marks', 'Zoë Nguyễn-Ångström'],
  ['marks of their own', 'Ame\u0301lie'],
  ['Persian with a non-joiner', 'علی\u200Cرضا'],
  ['Marathi with a joiner', 'र\u094D\u200Dय'],
  ['Malayalam that ends with a joiner', 'മോഹന\u0D4D\u200D'],
  ['Sinhala with a joiner', 'ශ\u0DCA\u200Dරී'],
  ['Arabic', 'أبو بكر'],
  ['Korean', '김철수'],
  ['a Japanese form of a letter', '葛\u{E0100}城'],
  ['a family', '👩‍👩‍👧‍👦'],
  ['a heart in colour', 'Ada ❤️'],
  ['a flag of two joined', '🏳️‍🌈'],
  ['a tone of skin', '👋🏽 Ada'],
  ['a key', '1️⃣'],
  ['a mark of a brand', 'C++ & C#™'],
  ['braille with dots', '⠓⠊'],
  ['one sign', '?'],
]

describe('a line that somebody wrote', () => {
  it.each(unseen)('of %s is empty', (_name, text) => {
    expect(writtenLine(text)).toBe('')
    expect(writtenLine(text.repeat(3))).toBe('')
    expect(writtenText(text)).toBe('')
  })

  it.each(unseen.filter(([, text]) => !/\u0301|\uE000|\p{Variation_Selector}/u.test(text)))(
    'is the same with %s around it',
    (_name, text) => {
      expect(writtenLine(`${text}Ada${text}`)).toBe('Ada')
    },
  )

  it.each(kept)('keeps %s', (_name, text) => {
    expect(writtenLine(text)).toBe(text)
    expect(writtenText(text)).toBe(text)
  })

  it.each([
    ['joiners at the ends of words', 'A\u200D da \u200Clove\u200D', 'A da love'],
    ['many joiners', 'A\u200D\u200D\u200Dda', 'Ada'],
    ['joiners and selectors in turn', 'A\u200D\uFE0F\u200D\uFE0Fda', 'Ada'],
    ['many selectors', 'A\uFE0F\uFE0F\u{E0100}da', 'A\uFE0Fda'],
    ['hidden words in tags', 'Ada\u{E0068}\u{E0069}', 'Ada'],
    ['a name that turns what follows', 'Ada\u202Eecalevol', 'Adaecalevol'],
    ['a line break', 'Ada\r\nBcc: x', 'Ada Bcc: x'],
  ])('has no %s', (_name, text, expected) => {
    expect(writtenLine(text)).toBe(expected)
  })

  it('is refused with half a character', () => {
    for (const text of ['Ada\uD83D', '\uDE00', 'a\uDE00\uD83Db']) expect(isWhole(text)).toBe(false)
    for (const [, text] of [...kept, ...unseen]) expect(isWhole(text)).toBe(true)
  })
})

const pieces = fc.oneof(
  fc.constantFrom(...unseen.flatMap(([, text]) => Array.from(text))),
  fc.constantFrom(...kept.flatMap(([, text]) => Array.from(text))),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom(' ', 'a', '\n', '\r'),
)
const texts = fc.array(pieces, { maxLength: 24 }).map((each) => each.join(''))

describe('whatever is written', () => {
  const never =
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u3164\u115F\u1160\uFFA0\u2800\u{E0000}-\u{E007F}]/u

  it('is seen or empty, has no edges of blanks, and stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const clean of [writtenLine, writtenText]) {
          const once = clean(text)
          expect(clean(once)).toBe(once)
          expect(once).toBe(once.trim())
          expect(once === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(once)).toBe(true)
          expect(once.length).toBeLessThanOrEqual(text.length)
        }
        expect(writtenLine(text)).not.toMatch(never)
        expect(writtenText(text).replaceAll(/[\t\n]/g, '')).not.toMatch(never)
        // No joiner and no selector that is not between two or upon one.
        expect(writtenLine(text)).not.toMatch(/(^|\s)(\p{Join_Control}|\p{Variation_Selector})/u)
        expect(writtenLine(text)).not.toMatch(/(\p{Join_Control}|\p{Variation_Selector}){3}/u)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Every field of one line, with what it makes of a text. */
const lines: Readonly<Record<string, (text: string) => { success: boolean; data?: unknown }>> = {
  'the name of a customer': (text) => CustomerName.safeParse(text),
  'the name of an expert': (name) => ProfileChange.safeParse({ version: 1, name }),
  'a headline': (headline) => ProfileChange.safeParse({ version: 1, headline }),
  'a skill': (skill) => ProfileChange.safeParse({ version: 1, skills: [skill] }),
  'what to bring': (bring) => ProfileChange.safeParse({ version: 1, bring: [bring] }),
  'a name that an administrator gives': (name) => AdminExpertChange.safeParse({ version: 1, name }),
  'a name that is invited': (name) =>
    Invitation.safeParse({ email: 'a@b.example', name, category: 'law' }),
  'a new category': (name) => CategoryInput.safeParse({ slug: 'law', name, icon: 'scale' }),
  'a category': (name) => CategoryChange.safeParse({ name, icon: 'scale' }),
  'the name of an applicant': (name) => ApplicationInput.safeParse({ ...application, name }),
  'the headline of an applicant': (headline) =>
    ApplicationInput.safeParse({ ...application, headline }),
  'the words of an applicant': (bio) => ApplicationInput.safeParse({ ...application, bio }),
}
const application = {
  email: 'a@b.example',
  name: 'Ada',
  headline: 'Engines',
  category: 'law',
  bio: 'Numbers',
}

describe.each(Object.entries(lines))('%s', (_name, parse) => {
  it.each(unseen)('is not made of %s', (_what, text) => {
    expect(parse(text).success).toBe(false)
  })

  it('is not cut in the midst of a character, and takes a name of any script', () => {
    expect(parse('Ada\uD83D').success).toBe(false)
    for (const [, text] of kept) expect(JSON.stringify(parse(text).data)).toContain(text)
  })
})

it('a text that nobody is bound to write is none where nothing would be seen', () => {
  expect(Topic.parse('\u3164\n\u200B')).toBe('')
  expect(Decision.parse({ state: 'declined', reason: '\u2800' }).reason).toBe('')
  expect(Topic.parse('a\u200Bb\u00ADc')).toBe('a\u200Bb\u00ADc')
})
