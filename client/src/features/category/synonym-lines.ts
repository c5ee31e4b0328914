import type { Synonym } from '@expertconnect/contract/experts/shapes'

/** A line each, as administrators write them: `lawyer, attorney: law`. */
export function linesOf(synonyms: readonly Synonym[]): string {
  return synonyms.map(({ typed, found }) => `${typed.join(', ')}: ${found.join(', ')}`).join('\n')
}

/** What the lines say, or the number of the first one that says nothing. */
export function synonymsIn(
  lines: string,
): { readonly synonyms: Synonym[] } | { readonly faulty: number } {
  const synonyms: Synonym[] = []
  for (const [at, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue
    const parts = line.split(':').map(wordsIn)
    const [typed = [], found = []] = parts
    if (parts.length !== 2 || typed.length === 0 || found.length === 0) return { faulty: at + 1 }
    synonyms.push({ typed, found })
  }
  return { synonyms }
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '')
}
