import { writtenAddress } from '@expertconnect/contract/contact-data'
import { noWord, searchWords } from '../domain/experts/search-words.ts'
import type { Wanted } from '../storage/port/page.ts'

/** Nobody types more. */
const wordsAtMost = 10

/**
 * What is typed is the beginning of an address where there is an @ or a + within it, and words otherwise. An address has no
 * space: one was a + that stood in the address of a page as it is.
 */
export function wantedOf(query: string | undefined): Wanted {
  const typed = query?.trim() ?? ''
  if (typed === '') return {}
  if (/@|[^\s+]\+[^\s+]/.test(typed)) return { email: writtenAddress(typed).replaceAll(' ', '+') }
  const words = searchWords(typed).slice(0, wordsAtMost)
  return { words: words.length === 0 ? [noWord] : words }
}
