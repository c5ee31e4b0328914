import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import type {
  CategoryChange,
  CategoryInput,
  Category,
} from '@expertconnect/contract/experts/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { entryOf } from '../audit/trail.ts'
import { demandAdmin } from '../../base/demand.ts'

/** What the directory is browsed by, as administrators see to it. */
export function createCategories(deps: Pick<Deps, 'storage' | 'clock' | 'newId'>) {
  const { categories } = deps.storage

  const about = (actor: Actor, action: AuditAction, slug: string, name: string) =>
    entryOf(deps, demandAdmin(actor), action, { id: slug, name })

  async function find(slug: string): Promise<Category> {
    const found = (await categories.list()).find((each) => each.slug === slug)
    if (!found) throw new Refused('not_found')
    return found
  }

  return {
    async make(actor: Actor, category: CategoryInput): Promise<Category> {
      const entry = about(actor, 'category_made', category.slug, category.name)
      const outcome = await categories.make(category, entry)
      if (outcome !== 'done') throw new Refused(outcome)
      return { ...category, experts: 0 }
    },

    async change(actor: Actor, slug: string, change: CategoryChange): Promise<Category> {
      const entry = about(actor, 'category_changed', slug, change.name)
      const outcome = await categories.change({ slug, ...change }, entry)
      if (outcome !== 'done') throw new Refused(outcome)
      return find(slug)
    },

    async remove(actor: Actor, slug: string): Promise<void> {
      demandAdmin(actor)
      const { name } = await find(slug)
      const entry = about(actor, 'category_removed', slug, name)
      const outcome = await categories.remove(slug, entry)
      if (outcome !== 'done') throw new Refused(outcome)
    },
  }
}
