import { directoryValue } from '../../domain/experts/directory-value.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import type { DirectoryCursor, DirectorySearch } from '../../storage/port/experts.ts'
import type { Outlook, Window } from './outlook.ts'
import type { TolerantSearch } from './tolerant-search.ts'

/** Read at once, and at most for one page: a time when hardly anybody is free must not cost a walk through everyone. */
const stretch = 60
const lookedAtMost = 180

interface Found {
  readonly items: readonly Expert[]
  /** Known where one page holds all of them. */
  readonly total?: number
  readonly meant?: string | undefined
  readonly next?: DirectoryCursor | undefined
}

/** Searches, and goes through what is found in its order until enough of it is free within a window. */
export function createFreeSearch(search: TolerantSearch, outlook: Pick<Outlook, 'isFree'>) {
  /** The next free start is stored: most of who has no time then is passed over by it. */
  async function isFree(expert: Expert, window: Window): Promise<boolean> {
    if (expert.nextFreeAt === null || expert.nextFreeAt >= window.before) return false
    return outlook.isFree(expert, window)
  }

  return async function searchFree(
    typed: string,
    filters: Omit<DirectorySearch, 'words'>,
    window: Window,
  ): Promise<Found> {
    const { sort, limit } = filters
    const items: Expert[] = []
    let { after } = filters
    for (let looked = stretch; ; looked += stretch) {
      const { next, meant, ...page } = await search(typed, { ...filters, after, limit: stretch })
      const free = await Promise.all(page.items.map((expert) => isFree(expert, window)))
      items.push(...page.items.filter((_, index) => free[index]))
      if (items.length > limit) {
        const shown = items.slice(0, limit)
        const last = shown.at(-1)
        return { items: shown, meant, next: last && placeOf(last, sort) }
      }
      if (!next) return { items, meant, ...(filters.after ? {} : { total: items.length }) }
      after = next
      if (looked >= lookedAtMost) return { items, meant, next }
    }
  }
}

function placeOf(expert: Expert, sort: DirectorySearch['sort']): DirectoryCursor {
  return { value: directoryValue(expert, sort), id: expert.id }
}
