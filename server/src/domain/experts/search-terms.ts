import type { SynonymTable } from './search-synonyms.ts'

/** Of each list one at least begins a word of whoever is found. */
export type SearchTerms = readonly (readonly string[])[]

/** Words of a sentence around what is looked for. They count only where there are no others. */
const fillers = new Set(
  `a an and the of for with in on at to from by or my me i im is it how do can you your some any want need looking look find
   help learn learning get getting about who someone somebody expert experts coach coaching advisor adviser consultant
   consulting consultation mentor tutor teacher teaching lesson lessons class classes course courses specialist
   professional session sessions best good online near people`.match(/\S+/g),
)

/** So that a stranger's ten words are no thousand look-ups. */
const formsAtMost = 12

/** The ends that make of a word another one of its family. The first that fits is taken off. */
const endings =
  /(?<=\p{L}{3})(?:ies|(?<=\p{L}{4})(?:ers|ors|ists|ants|ings|ing|ist|ant|er|or|ed|es)|(?<!s)s)$/u

/** What may stand in a profile for each word that counts: itself, its family and what means the same. */
export function termsOf(words: readonly string[], synonyms: SynonymTable): SearchTerms {
  return countingOf(words).map((word) => formsOf(word, synonyms))
}

/** The words without those that say nothing of what is looked for; all, where there are no others. */
export function countingOf(words: readonly string[]): readonly string[] {
  const counting = words.filter((word) => !fillers.has(word))
  return counting.length === 0 ? words : counting
}

function formsOf(word: string, synonyms: SynonymTable): readonly string[] {
  const family = [word, ...stemsOf(word)]
  const forms = [...family, ...family.flatMap((each) => synonyms.get(each) ?? [])]
  return [...new Set(forms)].slice(0, formsAtMost)
}

/** `designers`: `designer` and `design`; `running`: `runn` and `run`. */
function stemsOf(word: string): string[] {
  const stems: string[] = []
  for (let rest = word; stems.length < 3;) {
    const stem = rest.replace(endings, '')
    if (stem === rest) break
    const single = stem.replace(/(\p{L})\1$/u, '$1')
    stems.push(stem)
    if (single !== stem && single.length > 2) stems.push(single)
    rest = stem
  }
  return stems
}
