import type { Deps } from '../../base/deps.ts'
import { type SynonymTable, synonymTable } from '../../domain/experts/search-synonyms.ts'
import { countingOf, type SearchTerms, termsOf } from '../../domain/experts/search-terms.ts'
import { searchWords } from '../../domain/experts/search-words.ts'
import type { DirectoryPage, DirectorySearch } from '../../storage/port/experts.ts'
import { createVocabularies, type Vocabulary } from './search-vocabulary.ts'

export interface FoundExperts extends DirectoryPage {
  /** Which words were looked for, where nobody has those that were typed. */
  readonly meant?: string | undefined
}

/** Nobody types more; a stranger's hundred words would be a hundred look-ups. */
const wordsAtMost = 10

const nobody: FoundExperts = { items: [], total: 0 }

export type TolerantSearch = ReturnType<typeof createTolerantSearch>

/**
 * Searches as people type. Whoever has all of the words is found; where nobody has, whoever has their families and what means
 * the same; where nobody has these, whoever has the words that were probably meant, without those that nobody has; at last
 * whoever has one of them. Each page of a search takes the same way, because that is decided by how many there are in all.
 */
export function createTolerantSearch(deps: Pick<Deps, 'storage' | 'clock'>) {
  const vocabulary = createVocabularies(deps)

  return async function search(
    typed: string,
    filters: Omit<DirectorySearch, 'words'>,
  ): Promise<FoundExperts> {
    const find = (words: DirectorySearch['words']) =>
      deps.storage.experts.search({ ...filters, words })
    const words = searchWords(typed).slice(0, wordsAtMost)
    // Signs alone, such as an emoji, are no word of anybody; nothing at all asks for everybody.
    if (words.length === 0) return typed.trim() === '' ? find([]) : nobody
    const exact = await find(words)
    if (exact.total > 0) return exact
    const synonyms = synonymTable(
      (await deps.storage.categories.listWithSynonyms()).flatMap((each) => each.synonyms),
    )
    const wide = await find(termsOf(words, synonyms))
    if (wide.total > 0) return wide
    return nearest(mended(words, await vocabulary(synonyms), synonyms), find)
  }
}

async function nearest(
  { terms, meant, isOther }: Mended,
  find: (terms: SearchTerms) => Promise<DirectoryPage>,
): Promise<FoundExperts> {
  if (terms.length === 0) return nobody
  if (isOther) {
    const all = await find(terms)
    if (all.total > 0) return { ...all, meant }
  }
  if (terms.length === 1) return nobody
  const some = await find([[...new Set(terms.flat())]])
  return some.total > 0 ? { ...some, meant } : nobody
}

interface Mended {
  readonly terms: SearchTerms
  readonly meant: string
  /** Whether it is something else than what was typed. */
  readonly isOther: boolean
}

/** With words that somebody has for those that nobody has, and without those that are like none. */
function mended(
  words: readonly string[],
  { knows, near }: Vocabulary,
  synonyms: SynonymTable,
): Mended {
  const formsOf = (word: string) => termsOf([word], synonyms).flat()
  const counting = countingOf(words)
  const kept = counting.flatMap((word) => {
    const forms = formsOf(word)
    if (forms.some(knows)) return { word, forms }
    const others = near(word)
    const [first] = others
    return first === undefined ? [] : { word: first, forms: others.flatMap(formsOf) }
  })
  return {
    terms: kept.map(({ forms }) => forms),
    meant: kept.map(({ word }) => word).join(' '),
    isOther: kept.length < counting.length || kept.some(({ word }) => !counting.includes(word)),
  }
}
