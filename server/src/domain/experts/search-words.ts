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

/** A prefix of no word: of signs alone nobody can be found, and not everybody. */
export const noWord = '∅'

/** Names of which signs are a part: without them C++, C# and C would be one. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])([acfj])[#♯]/gu, '$1sharp'],
  [/(?<![\p{L}\p{N}])([cg])\+\+/gu, '$1plusplus'],
  [/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/gu, 'dotnet'],
]

/**
 * The words of a text as the directory compares them: without case, accents and punctuation, each once; signs that are a part
 * of a name are spelled out. Profiles are stored with these words and queries are asked with them; a change here needs the stored ones made anew.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđæœıς]/gu, (letter) => spelledOut[letter] ?? letter)
  const spelled = signs.reduce((text, [sign, name]) => text.replaceAll(sign, name), plain)
  return [...new Set(spelled.match(/[\p{L}\p{N}]+/gu))]
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
