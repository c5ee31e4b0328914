import type {
  Category,
  DirectoryQuery,
  Expert,
  Suggestions,
  SuggestionsQuery,
} from '@expertconnect/contract/experts/shapes'
import type { Deps } from '../../base/deps.ts'
import type { DirectoryCursor } from '../../storage/port/experts.ts'
import { faultyCursor, readCursor, writeCursor } from '../../base/cursors.ts'
import { demandListed } from './find.ts'
import { presentExpert } from './present.ts'
import { createSuggestions } from './suggestions.ts'
import { createTolerantSearch } from './tolerant-search.ts'

/** The directory: categories, search and profiles. All of it is public. */
export function createDirectory(deps: Pick<Deps, 'storage' | 'currency' | 'clock'>) {
  const { storage, currency } = deps
  const tolerantSearch = createTolerantSearch(deps)
  const suggest = createSuggestions(deps, tolerantSearch)

  async function find(slug: string) {
    return demandListed(await storage.experts.findBySlug(slug))
  }

  return {
    async categories(): Promise<{ items: Category[] }> {
      return { items: [...(await storage.categories.list())] }
    },

    async search(
      query: DirectoryQuery,
    ): Promise<{ items: Expert[]; total: number; nextCursor?: string; meant?: string }> {
      const found = await tolerantSearch(query.query ?? '', {
        category: query.category,
        language: query.language,
        maxPrice: query.maxPrice,
        sort: query.sort,
        after: query.cursor === undefined ? undefined : readDirectoryCursor(query.cursor),
        limit: query.limit,
      })
      return {
        items: found.items.map((expert) => presentExpert(expert, currency)),
        total: found.total,
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

function readDirectoryCursor(cursor: string): DirectoryCursor {
  const [value, id] = readCursor(cursor)
  if (typeof id === 'string' && (value === null || typeof value === 'number')) return { value, id }
  throw faultyCursor()
}
