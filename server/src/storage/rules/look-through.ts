import { emailKey } from '../../domain/people/person.ts'
import { hasWords } from '../../domain/experts/search-words.ts'
import type { Page, Wanted } from '../port/page.ts'

/** For what no index knows: so many are looked at before a page is handed out as it is. */
const lookedAtMost = 5000
const chunk = 500

interface Reading<T, P> {
  /** The next ones in the order of the list. */
  readonly read: (after: P | undefined, limit: number) => Promise<readonly T[]>
  readonly placeOf: (item: T) => P
  readonly isWanted: (item: T) => boolean
  readonly after: P | undefined
  readonly limit: number
}

/** A page of those that are wanted. It may be short, even empty, and have a next one. */
export async function lookThrough<T, P>({
  read,
  placeOf,
  isWanted,
  after,
  limit,
}: Reading<T, P>): Promise<Page<T, P>> {
  const items: T[] = []
  let place = after
  for (let looked = 0; looked < lookedAtMost; looked += chunk) {
    const rows = await read(place, chunk)
    for (const item of rows) {
      if (isWanted(item) && items.length === limit) return { items, next: place }
      place = placeOf(item)
      if (isWanted(item)) items.push(item)
    }
    if (rows.length < chunk) return { items }
  }
  return { items, next: place }
}

/** Whether somebody's name and address are what is wanted. */
export function isWantedPerson(
  { name, email }: { readonly name: string; readonly email: string },
  wanted: Wanted,
): boolean {
  if (wanted.email !== undefined) return emailKey(email).startsWith(emailKey(wanted.email))
  return hasWords(name, wanted.words ?? [])
}
