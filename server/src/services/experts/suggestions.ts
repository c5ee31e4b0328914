import type { Suggestion, SuggestionsQuery } from '@expertconnect/contract/experts/shapes'
import type { Deps } from '../../base/deps.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { hasWords, searchWords } from '../../domain/experts/search-words.ts'
import type { CategoryWithSynonyms } from '../../storage/port/categories.ts'
import type { TolerantSearch } from './tolerant-search.ts'

/** So many of those who are found are looked through for names and skills. */
const lookedThrough = 48
const most = { categories: 2, skills: 3, experts: 4 }
/** Fewer letters of a synonym are the beginning of too many. */
const lettersOfSynonym = 3

/** What somebody may be about to type: words that were meant, categories, skills and names. Few, the likeliest first. */
export function createSuggestions({ storage }: Pick<Deps, 'storage'>, search: TolerantSearch) {
  return async function suggest({ query }: SuggestionsQuery): Promise<Suggestion[]> {
    const typed = searchWords(query)
    if (typed.length === 0) return []
    const [{ items, meant }, categories] = await Promise.all([
      search(query, { sort: 'rating', limit: lookedThrough }),
      storage.categories.listWithSynonyms(),
    ])
    const words = meant === undefined ? typed : searchWords(meant)
    return [
      ...(meant === undefined || words.join(' ') === typed.join(' ')
        ? []
        : [{ kind: 'words', text: meant, meant: true } as const]),
      ...categories
        .filter((category) => isAbout(category, words))
        .slice(0, most.categories)
        .map(({ slug, name, icon }) => ({ kind: 'category', slug, name, icon }) as const),
      ...skillsWith(words, items)
        .slice(0, most.skills)
        .map((text) => ({ kind: 'words', text }) as const),
      ...items
        .filter(({ name }) => hasWords(name, words))
        .slice(0, most.experts)
        .map(({ slug, name, headline, photoUrl }) => {
          return { kind: 'expert', slug, name, headline, photoUrl } as const
        }),
    ]
  }
}

/** By its name, or by what the last word means or begins. */
function isAbout({ name, synonyms }: CategoryWithSynonyms, words: readonly string[]): boolean {
  if (hasWords(name, words)) return true
  const last = words.at(-1) ?? ''
  if (last.length < lettersOfSynonym) return false
  return synonyms.some(({ typed }) => typed.some((word) => word.startsWith(last)))
}

/** Skills that go on where the words end: those that begin so first, then those of most experts. */
function skillsWith(words: readonly string[], experts: readonly Expert[]): string[] {
  const counts = new Map<string, number>()
  for (const skill of experts.flatMap(({ skills }) => skills)) {
    if (!hasWords(skill, words) || searchWords(skill).join(' ') === words.join(' ')) continue
    counts.set(skill, (counts.get(skill) ?? 0) + 1)
  }
  const beginsSo = (skill: string) => searchWords(skill)[0]?.startsWith(words[0] ?? '') === true
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([skill]) => skill)
    .toSorted((one, other) => Number(beginsSo(other)) - Number(beginsSo(one)))
}
