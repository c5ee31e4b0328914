import type { DirectorySort } from '@expertconnect/contract/experts'
import type { Expert } from '../../../domain/experts/expert.ts'
import type {
  DirectoryCursor,
  DirectoryPage,
  DirectorySearch,
  StoredCategory,
} from '../../port/storage.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Database, Statement } from '../engine/driver.ts'
import { createExpertSets, has, members } from './expert-sets.ts'
import type { ExpertSet } from './expert-sets.ts'
import type { Experts } from './experts.ts'

/** What stands in `expert.soonest` where nothing is free: the end of the list. */
const never = Number.MAX_SAFE_INTEGER

interface Place {
  readonly key: number
  readonly id: string
}

const beforeAll: Place = { key: -Number.MAX_VALUE, id: '' }

interface Sort {
  readonly column: string
  /** From the value in a cursor to what the column holds. */
  readonly keyOf: (value: number | null) => number
  readonly valueOf: (expert: Expert) => number | null
}

const sorts: Readonly<Record<DirectorySort, Sort>> = {
  soonest: {
    column: 'soonest',
    keyOf: (value) => value ?? never,
    valueOf: (expert) => expert.nextFreeAt,
  },
  rating: {
    column: 'rating_rank',
    keyOf: (value) => -(value ?? 0),
    valueOf: (expert) => expert.rating.average,
  },
  price: {
    column: 'hourly_rate',
    keyOf: (value) => value ?? 0,
    valueOf: (expert) => expert.hourlyRate,
  },
}

/** Up to so many matches it is cheaper to sort them than to walk through everyone in order. */
const sortedAtMost = 250

export type Directory = ReturnType<typeof createDirectory>

export function createDirectory(db: Database, experts: Experts, freshness: CacheFreshness) {
  const matching = createExpertSets(db, freshness)
  const orders = {
    soonest: createOrder(db, sorts.soonest.column),
    rating: createOrder(db, sorts.rating.column),
    price: createOrder(db, sorts.price.column),
  }
  const categories = db.prepare<StoredCategory>(
    'SELECT slug, name, icon FROM category ORDER BY rid',
  )

  function search(asked: DirectorySearch): DirectoryPage {
    freshness.check()
    const set = matching({ ...asked, show: 'listed' })
    const { keyOf, valueOf } = sorts[asked.sort]
    const after = placeOf(asked.after, keyOf)
    const order = orders[asked.sort]
    const wanted = asked.limit + 1
    const rids =
      set.size <= sortedAtMost ? order.among(set, after, wanted) : order.walk(set, after, wanted)
    const popular = asked.words.length === 0 && asked.after === undefined
    const page = rids.slice(0, asked.limit).flatMap((rid) => experts.read(rid, popular) ?? [])
    const last = page.at(-1)
    const next =
      last && rids.length > asked.limit ? { next: { value: valueOf(last), id: last.id } } : {}
    return { experts: page, total: set.size, ...next }
  }

  function listCategories(): (StoredCategory & { experts: number })[] {
    freshness.check()
    return categories.all().map(({ slug, name, icon }) => {
      return {
        slug,
        name,
        icon,
        experts: matching({ words: [], category: slug, show: 'listed' }).size,
      }
    })
  }

  return { search, listCategories, matching }
}

function placeOf(cursor: DirectoryCursor | undefined, keyOf: Sort['keyOf']): Place {
  return cursor ? { key: keyOf(cursor.value), id: cursor.id } : beforeAll
}

function createOrder(db: Database, column: string) {
  const rest = `
    WHERE (expert.${column}, expert.id) > (?, ?) ORDER BY expert.${column}, expert.id LIMIT ?`
  const fromOrder = ridsOf(db, `SELECT rid FROM expert ${rest}`)
  // CROSS JOIN, or SQLite would go through everyone in order and look each up in the list.
  const fromSet = ridsOf(
    db,
    `SELECT rid FROM json_each(?) AS match CROSS JOIN expert ON rid = match.value ${rest}`,
  )
  const place = db.prepare<Place>(`SELECT ${column} AS key, id FROM expert WHERE rid = ?`)

  function among(set: ExpertSet, after: Place, wanted: number): number[] {
    if (set.size === 0) return []
    return parse(fromSet.get(JSON.stringify(members(set)), after.key, after.id, wanted))
  }

  /** Reads ever longer stretches, because matches may be rare behind the cursor. */
  function walk(set: ExpertSet, after: Place, wanted: number): number[] {
    const found: number[] = []
    let from: Place | undefined = after
    for (let length = 4 * wanted; from; length *= 4) {
      const stretch = parse(fromOrder.get(from.key, from.id, length))
      for (const rid of stretch) {
        if (has(set, rid) && found.push(rid) === wanted) return found
      }
      const last = stretch.length === length ? stretch.at(-1) : undefined
      from = last === undefined ? undefined : place.get(last)
    }
    return found
  }

  return { among, walk }
}

/** As JSON, because a row of its own for each number costs ten times as much. */
function ridsOf(db: Database, select: string): Statement<{ rids: string }> {
  return db.prepare(`SELECT json_group_array(rid) AS rids FROM (${select})`)
}

function parse(found: { rids: string } | undefined): number[] {
  return JSON.parse(found?.rids ?? '[]') as number[]
}
