import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import type {
  AdminCategory,
  CategoryChange,
  CategoryInput,
  Category,
} from '@expertconnect/contract/experts/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { entryOf } from '../audit/trail.ts'
import { demandAdmin } from '../../base/demand.ts'
import { spelledSynonyms, type Synonym } from '../../domain/experts/search-synonyms.ts'

/** What the directory is browsed by, as administrators see to it. */
export function createCategories(deps: Pick<Deps, 'storage' | 'clock' | 'newId'>) {
  const { categories } = deps.storage

  const about = (actor: Actor, action: AuditAction, slug: string, name: string, detail?: string) =>
    entryOf(deps, demandAdmin(actor), action, { id: slug, name }, detail)

  async function find(slug: string): Promise<Category> {
    const found = (await categories.list()).find((each) => each.slug === slug)
    if (!found) throw new Refused('not_found')
    return found
  }

  return {
    async read(actor: Actor, slug: string): Promise<AdminCategory> {
      demandAdmin(actor)
      const [category, all] = await Promise.all([find(slug), categories.listWithSynonyms()])
      const { synonyms = [] } = all.find((each) => each.slug === slug) ?? {}
      return {
        ...category,
        synonyms: synonyms.map(({ typed, found }) => ({ typed: [...typed], found: [...found] })),
      }
    },

    async make(actor: Actor, { synonyms, ...category }: CategoryInput): Promise<Category> {
      const entry = about(actor, 'category_made', category.slug, category.name)
      const outcome = await categories.make({ ...category, ...spelled(synonyms) }, entry)
      if (outcome !== 'done') throw new Refused(outcome)
      return { ...category, experts: 0 }
    },

    async change(actor: Actor, slug: string, change: CategoryChange): Promise<Category> {
      const { name, icon, synonyms } = change
      const detail = synonyms === undefined ? undefined : 'Changed: search words'
      const entry = about(actor, 'category_changed', slug, name, detail)
      const outcome = await categories.change({ slug, name, icon, ...spelled(synonyms) }, entry)
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

function spelled(synonyms: readonly Synonym[] | undefined) {
  return synonyms === undefined ? {} : { synonyms: spelledSynonyms(synonyms) }
}
