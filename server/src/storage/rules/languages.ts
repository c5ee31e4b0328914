/** `en` of `en-GB`: the directory does not tell the variants of a language apart, in either direction. */
export function primarySubtag(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase()
}

/** What a search for a language compares, each once. */
export function spokenLanguages(languages: readonly string[]): string[] {
  return [...new Set(languages.map(primarySubtag))]
}
