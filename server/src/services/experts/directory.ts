import type {
  Category,
  DirectoryQuery,
  Expert,
  Reviews,
  ReviewsQuery,
} from '@expertconnect/contract/experts/shapes'
import type { Deps } from '../../base/deps.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import type { DirectoryCursor, ReviewCursor } from '../../storage/port/experts.ts'
import { faultyCursor, readCursor, writeCursor } from '../../base/cursors.ts'
import { demandListed } from './find.ts'
import { presentExpert } from './present.ts'
import { createTolerantSearch } from './tolerant-search.ts'

/** The directory: categories, search, profiles and reviews. All of it is public. */
export function createDirectory(deps: Pick<Deps, 'storage' | 'currency' | 'clock'>) {
  const { storage, currency } = deps
  const tolerantSearch = createTolerantSearch(deps)

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

    async read(slug: string): Promise<Expert> {
      return presentExpert(await find(slug), currency)
    },

    async reviews(slug: string, query: ReviewsQuery): Promise<Reviews> {
      const expert = await find(slug)
      const after = query.cursor === undefined ? undefined : readReviewCursor(query.cursor)
      const {
        items: reviews,
        total,
        stars,
        next,
      } = await storage.experts.listReviews(expert.id, {
        after,
        limit: query.limit,
      })
      return {
        items: reviews.map(({ text, writtenAt, ...review }) => ({
          ...review,
          ...(text ? { text } : {}),
          writtenAt: formatInstant(writtenAt),
        })),
        total,
        stars: { 1: stars[0], 2: stars[1], 3: stars[2], 4: stars[3], 5: stars[4] },
        ...(next ? { nextCursor: writeCursor([next.hasText, next.writtenAt, next.id]) } : {}),
      }
    },
  }
}

function readDirectoryCursor(cursor: string): DirectoryCursor {
  const [value, id] = readCursor(cursor)
  if (typeof id === 'string' && (value === null || typeof value === 'number')) return { value, id }
  throw faultyCursor()
}

function readReviewCursor(cursor: string): ReviewCursor {
  const [hasText, writtenAt, id] = readCursor(cursor)
  const known = typeof hasText === 'boolean' && typeof writtenAt === 'number'
  if (known && typeof id === 'string') return { hasText, writtenAt, id }
  throw faultyCursor()
}
