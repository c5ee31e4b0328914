import type {
  Category,
  DirectoryQuery,
  Expert,
  FoundExpert,
  FoundExperts,
  Suggestions,
  SuggestionsQuery,
} from '@expertconnect/contract/experts/shapes'
import type { Deps } from '../../base/deps.ts'
import { readInstant } from '../../base/input.ts'
import { invalid } from '../../base/problem.ts'
import type { Expert as DomainExpert } from '../../domain/experts/expert.ts'
import { formatInstant, type Instant, plus } from '../../domain/time/instant.ts'
import type { DirectoryCursor } from '../../storage/port/experts.ts'
import { faultyCursor, readCursor, writeCursor } from '../../base/cursors.ts'
import { type Outlook, outlookReach, type Window } from './outlook.ts'
import { demandListed } from './find.ts'
import { createFreeSearch } from './free-search.ts'
import { presentExpert } from './present.ts'
import { createSuggestions } from './suggestions.ts'
import { createTolerantSearch } from './tolerant-search.ts'

/** The directory: categories, search and profiles. All of it is public. */
export function createDirectory(
  deps: Pick<Deps, 'storage' | 'currency' | 'clock'>,
  outlook: Outlook,
) {
  const { storage, currency, clock } = deps
  const tolerantSearch = createTolerantSearch(deps)
  const suggest = createSuggestions(deps, tolerantSearch)
  const searchFree = createFreeSearch(tolerantSearch, outlook)

  async function find(slug: string) {
    return demandListed(await storage.experts.findBySlug(slug))
  }

  async function present(
    expert: DomainExpert,
    count: number | undefined,
    window: AskedWindow,
  ): Promise<FoundExpert> {
    const presented = presentExpert(expert, currency)
    if (count === undefined) return presented
    const times = await outlook.times(expert, window, count)
    // Whoever has time only later than the outlook reaches has their next one.
    if (!window.isNarrow && times.length === 0 && expert.nextFreeAt !== null) {
      times.push(expert.nextFreeAt)
    }
    return { ...presented, freeTimes: times.map(formatInstant) }
  }

  return {
    async categories(): Promise<{ items: Category[] }> {
      return { items: [...(await storage.categories.list())] }
    },

    async search(query: DirectoryQuery): Promise<FoundExperts> {
      const window = windowOf(query, clock())
      const filters = {
        category: query.category,
        language: query.language,
        maxPrice: query.maxPrice,
        sort: query.sort,
        after: query.cursor === undefined ? undefined : readDirectoryCursor(query.cursor),
        limit: query.limit,
      }
      const typed = query.query ?? ''
      const found = window.isNarrow
        ? await searchFree(typed, filters, window)
        : await tolerantSearch(typed, filters)
      return {
        items: await Promise.all(found.items.map((expert) => present(expert, query.times, window))),
        ...(found.total === undefined ? {} : { total: found.total }),
        ...(found.meant === undefined ? {} : { meant: found.meant }),
        ...(found.next ? { nextCursor: writeCursor([found.next.value, found.next.id]) } : {}),
      }
    },

    async suggest(query: SuggestionsQuery): Promise<Suggestions> {
      return { items: await suggest(query) }
    },

    async read(slug: string): Promise<Expert> {
      return presentExpert(await find(slug), currency)
    },
  }
}

interface AskedWindow extends Window {
  /** Whether it was asked for who is free within it. */
  readonly isNarrow: boolean
}

function windowOf({ freeFrom, freeBefore }: DirectoryQuery, now: Instant): AskedWindow {
  const end = plus(now, outlookReach)
  const from = freeFrom === undefined ? now : readInstant(freeFrom, '#/freeFrom')
  const before = freeBefore === undefined ? end : readInstant(freeBefore, '#/freeBefore')
  if (before > end) throw invalid('#/freeBefore', 'At most eight days ahead')
  return { from, before, isNarrow: freeFrom !== undefined || freeBefore !== undefined }
}

function readDirectoryCursor(cursor: string): DirectoryCursor {
  const [value, id] = readCursor(cursor)
  if (typeof id === 'string' && (value === null || typeof value === 'number')) return { value, id }
  throw faultyCursor()
}
