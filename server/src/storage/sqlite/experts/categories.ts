import type { AuditEntry } from '../../../domain/people/audit.ts'
import { firstSynonyms } from '../../../domain/experts/first-synonyms.ts'
import type { Synonym } from '../../../domain/experts/search-synonyms.ts'
import type {
  Category,
  CategoryChange,
  CategoryStorage,
  CategoryWithSynonyms,
} from '../../port/categories.ts'
import type { Audit } from '../audit/audit.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import { type Database, isUniqueViolation } from '../engine/driver.ts'
import { done, refused, type Write } from '../engine/write-queue.ts'
import type { ExpertRows } from './expert-rows.ts'
import type { ExpertSets } from './expert-sets.ts'
import type { Experts } from './experts.ts'

interface Parts {
  readonly experts: Experts
  readonly rows: ExpertRows
  readonly matching: ExpertSets
  readonly audit: Audit
  readonly freshness: CacheFreshness
}

export function createCategories(
  db: Database,
  { experts, rows, matching, audit, freshness }: Parts,
  write: Write,
): CategoryStorage {
  const all = db.prepare<Category>('SELECT slug, name, icon FROM category ORDER BY rid')
  const allSynonyms = db.prepare<Category & { synonyms: string | null }>(
    'SELECT slug, name, icon, synonyms FROM category ORDER BY rid',
  )
  const insertRow = db.prepare(
    'INSERT INTO category (slug, name, icon, synonyms) VALUES (?, ?, ?, ?)',
  )
  const byId = db.prepare<{ name: string }>('SELECT name FROM category WHERE slug = ?')
  const updateRow = db.prepare(
    'UPDATE category SET (name, icon, synonyms) = (?, ?, coalesce(?, synonyms)) WHERE slug = ?',
  )
  const deleteRow = db.prepare('DELETE FROM category WHERE slug = ?')
  const anyIn = db.prepare('SELECT 1 FROM expert WHERE category = ? LIMIT 1')
  const allIn = db.prepare<{ rid: number }>('SELECT rid FROM expert WHERE category = ?')

  function list(): (Category & { experts: number })[] {
    freshness.check()
    return all.all().map(({ slug, name, icon }) => {
      const { size } = matching({ words: [], category: slug, show: 'listed' })
      return { slug, name, icon, experts: size }
    })
  }

  function listWithSynonyms(): CategoryWithSynonyms[] {
    return allSynonyms.all().map(({ slug, name, icon, synonyms }) => {
      return { slug, name, icon, synonyms: synonymsIn(synonyms) ?? firstSynonyms(slug) }
    })
  }

  function make({ slug, name, icon, synonyms }: CategoryChange): 'done' | 'already_there' {
    try {
      insertRow.run(slug, name, icon, writtenSynonyms(synonyms))
      return 'done'
    } catch (error) {
      if (isUniqueViolation(error)) return 'already_there'
      throw error
    }
  }

  /** Whoever is in it is found by its name as well. */
  function change({ slug, name, icon, synonyms }: CategoryChange): 'done' | 'not_found' {
    const before = byId.get(slug)
    if (!before) return 'not_found'
    updateRow.run(name, icon, writtenSynonyms(synonyms), slug)
    freshness.check()
    for (const { rid } of allIn.all(slug)) {
      const expert = experts.read(rid, false)
      if (!expert) continue
      const called = (as: string) => ({ ...expert, category: { slug, name: as } })
      rows.findBy(called(before.name), called(name))
    }
    freshness.drop()
    return 'done'
  }

  function remove(slug: string): 'done' | 'not_found' | 'category_in_use' {
    if (anyIn.get(slug) !== undefined) return 'category_in_use'
    if (deleteRow.run(slug) === 0) return 'not_found'
    freshness.drop()
    return 'done'
  }

  /** What is done is written down in the same savepoint. */
  function audited<T extends string>(entry: AuditEntry, work: () => T | 'done') {
    return write(() => {
      const outcome = work()
      if (outcome !== 'done') return refused(outcome)
      audit.insert(entry)
      return done(outcome)
    })
  }

  return {
    list: async () => list(),
    listWithSynonyms: async () => listWithSynonyms(),
    make: (category, entry) => audited(entry, () => make(category)),
    change: (category, entry) => audited(entry, () => change(category)),
    remove: (slug, entry) => audited(entry, () => remove(slug)),
  }
}

/** `null`: nobody has changed them yet. */
export function writtenSynonyms(synonyms: readonly Synonym[] | null | undefined): string | null {
  return synonyms ? JSON.stringify(synonyms) : null
}

export function synonymsIn(written: string | null): readonly Synonym[] | null {
  return written === null ? null : (JSON.parse(written) as Synonym[])
}
