import { searchWords } from './search-words.ts'

/** Words that people type, and the beginnings of words that profiles have for them; in the form of `searchWords`. */
export interface Synonym {
  readonly typed: readonly string[]
  readonly found: readonly string[]
}

/** What profiles may have for a word, most like it first. */
export type SynonymTable = ReadonlyMap<string, readonly string[]>

export function synonymTable(synonyms: Iterable<Synonym>): SynonymTable {
  const table = new Map<string, readonly string[]>()
  for (const { typed, found } of synonyms) {
    for (const word of typed) table.set(word, [...new Set([...(table.get(word) ?? []), ...found])])
  }
  return table
}

/** As somebody wrote them, in the form in which they are compared; what is no word is left out. */
export function spelledSynonyms(written: readonly Synonym[]): Synonym[] {
  const spelled = (words: readonly string[]) => searchWords(words.join(' '))
  return written
    .map(({ typed, found }) => ({ typed: spelled(typed), found: spelled(found) }))
    .filter(({ typed, found }) => typed.length > 0 && found.length > 0)
}
