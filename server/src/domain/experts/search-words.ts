/**
 * Letters that Unicode does not decompose, written as people without that key type them. Final sigma stands here
 * because lower-casing makes it of a last capital only, so that a prefix would miss its own word.
 */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
}

/**
 * The words of a text as the directory compares them: without case, accents and punctuation, each once. Profiles
 * are stored with these words and queries are asked with them; a change here needs the stored ones made anew.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđæœıς]/gu, (letter) => spelledOut[letter] ?? letter)
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))]
}

interface Described {
  readonly name: string
  readonly headline: string
  readonly category: { readonly name: string }
  readonly skills: readonly string[]
}

/** The words that an expert is found by. */
export function wordsOfExpert(expert: Described): string[] {
  const { name, headline, category, skills } = expert
  return searchWords([name, headline, category.name, ...skills].join(' '))
}

/** Whether each of `prefixes`, in the form of `searchWords`, begins a word of the text. */
export function hasWords(text: string, prefixes: readonly string[]): boolean {
  const words = searchWords(text)
  return prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)))
}
