import { directoryPath, type Filters } from './filters.ts'
import { languageName } from '../../lib/language-name.ts'
import { priceText } from './price-steps.ts'
import { whenTexts } from './when.ts'

export interface NamedFilter {
  /** As it stands in a sentence: `“pricing”`, `the category Law`, `Polish`. */
  readonly text: string
  /** The address without it. */
  readonly without: string
}

/** The filters that narrow the list, in words, for the page that has to say why it is empty. */
export function namedFilters(
  filters: Filters,
  known: { categoryName: string | undefined; currency: string | undefined },
): NamedFilter[] {
  const { query, category, language, maxPrice, free } = filters
  const named: NamedFilter[] = []
  const add = (text: string, removed: Partial<Filters>) =>
    named.push({ text, without: directoryPath({ ...filters, ...removed }) })
  if (query !== '') add(`“${query}”`, { query: '' })
  if (category !== '') add(`the category ${known.categoryName ?? category}`, { category: '' })
  if (language !== '') add(languageName(language), { language: '' })
  if (maxPrice > 0) {
    add(`at most ${priceText(maxPrice, known.currency)} an hour`, { maxPrice: 0 })
  }
  if (free !== '') add(`a free time ${whenTexts[free].toLowerCase()}`, { free: '' })
  return named
}
