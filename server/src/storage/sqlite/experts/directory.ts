import type { DirectorySort } from '@expertconnect/contract/experts/shapes'
import { directoryValue } from '../../../domain/experts/directory-value.ts'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { DirectoryPage, DirectorySearch } from '../../port/experts.ts'
import { directoryOrders } from '../../rules/directory-orders.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Database, Statement } from '../engine/driver.ts'
import { type ExpertSet, type ExpertSets, has, members } from './expert-sets.ts'
import type { Experts } from './experts.ts'

interface Place {
  readonly key: number
  readonly id: string
}

const beforeAll: Place = { key: -Number.MAX_VALUE, id: '' }

/** Up to so many matches it is cheaper to sort them than to walk through everyone in order. */
const sortedAtMost = 250

/** Among those who are listed. */
export function createDirectory(
  db: Database,
  {
    experts,
    matching,
    freshness,
  }: { experts: Experts; matching: ExpertSets; freshness: CacheFreshness },
) {
  const orders = {
    soonest: createOrder(db, 'soonest'),
    rating: createOrder(db, 'rating_rank'),
    price: createOrder(db, 'hourly_rate'),
  } satisfies Record<DirectorySort, unknown>

  const wordRows = db.prepare<{ words: string }>(
    'SELECT json_group_array(word) AS words FROM (SELECT DISTINCT word FROM expert_word)',
  )

  function search(asked: DirectorySearch): DirectoryPage {
    freshness.check()
    const set = matching({ ...asked, show: 'listed' })
    const { keyOf } = directoryOrders[asked.sort]
    const after = asked.after ? { key: keyOf(asked.after.value), id: asked.after.id } : beforeAll
    const order = orders[asked.sort]
    const wanted = asked.limit + 1
    const rids =
      set.size <= sortedAtMost ? order.among(set, after, wanted) : order.walk(set, after, wanted)
    const popular = asked.words.length === 0 && asked.after === undefined
    const found = rids.flatMap((rid) => experts.read(rid, popular) ?? [])
    const placeOf = (expert: Expert) => ({
      value: directoryValue(expert, asked.sort),
      id: expert.id,
    })
    return { ...pageOf(found, asked.limit, placeOf), total: set.size }
  }

  return {
    search,
    listWords: (): string[] => JSON.parse(wordRows.get()?.words ?? '[]') as string[],
  }
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
