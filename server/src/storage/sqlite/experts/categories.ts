import type { StoredCategory } from '../../port/storage.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import { isUniqueViolation } from '../engine/driver.ts'
import type { Database } from '../engine/driver.ts'
import type { ExpertRows } from './expert-rows.ts'
import type { Experts } from './experts.ts'

/** Each operation that writes runs inside one savepoint. */
export function createCategories(
  db: Database,
  { experts, rows, freshness }: { experts: Experts; rows: ExpertRows; freshness: CacheFreshness },
) {
  const insertRow = db.prepare('INSERT INTO category (slug, name, icon) VALUES (?, ?, ?)')
  const byId = db.prepare<{ name: string }>('SELECT name FROM category WHERE slug = ?')
  const updateRow = db.prepare('UPDATE category SET (name, icon) = (?, ?) WHERE slug = ?')
  const deleteRow = db.prepare('DELETE FROM category WHERE slug = ?')
  const anyIn = db.prepare('SELECT 1 FROM expert WHERE category = ? LIMIT 1')
  const allIn = db.prepare<{ rid: number }>('SELECT rid FROM expert WHERE category = ?')

  function make({ slug, name, icon }: StoredCategory): 'done' | 'already_there' {
    try {
      insertRow.run(slug, name, icon)
      return 'done'
    } catch (error) {
      if (isUniqueViolation(error)) return 'already_there'
      throw error
    }
  }

  /** Whoever is in it is found by its name as well. */
  function change({ slug, name, icon }: StoredCategory): 'done' | 'not_found' {
    const before = byId.get(slug)
    if (!before || updateRow.run(name, icon, slug) === 0) return 'not_found'
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

  return { make, change, remove }
}
