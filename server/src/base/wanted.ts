import { writtenAddress } from '@expertconnect/contract/contact-data'
import { searchWords } from '../domain/experts/search-words.ts'
import type { Wanted } from '../storage/port/page.ts'

/** Nobody types more. */
const wordsAtMost = 10

/** What is typed is the beginning of an address where there is an @ in it, and words otherwise. */
export function wantedOf(query: string | undefined): Wanted {
  const typed = query?.trim() ?? ''
  if (typed === '') return {}
  return typed.includes('@')
    ? { email: writtenAddress(typed) }
    : { words: searchWords(typed).slice(0, wordsAtMost) }
}
