import type { ClientSession, Connection } from 'mongoose'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { wordsOfExpert } from '../../../domain/experts/search-words.ts'
import { firstSynonyms } from '../../../domain/experts/first-synonyms.ts'
import type {
  Category,
  CategoryChange,
  CategoryStorage,
  CategoryWithSynonyms,
} from '../../port/categories.ts'
import type { Audit } from '../audit/audit.ts'
import type { ExpertDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

type Described = Pick<ExpertDoc, '_id' | 'name' | 'headline' | 'skills'>

/** Each change is a transaction with its entry. */
export function createCategories(
  connection: Connection,
  { categories, experts }: Pick<Models, 'categories' | 'experts'>,
  audit: Audit,
): CategoryStorage {
  async function list(): Promise<(Category & { experts: number })[]> {
    const [listed, counted] = await Promise.all([
      categories.find().sort({ position: 1 }).lean(),
      // In the order of an index, which is read instead of the experts.
      experts
        .aggregate<{ _id: string; count: number }>([
          { $match: { listed: true } },
          { $sort: { 'category.slug': 1 } },
          { $group: { _id: '$category.slug', count: { $sum: 1 } } },
        ])
        .hint('category_by_price_listed'),
    ])
    const counts = new Map(counted.map(({ _id, count }) => [_id, count]))
    return listed.map(({ _id: slug, name, icon }) => {
      return { slug, name, icon, experts: counts.get(slug) ?? 0 }
    })
  }

  async function listWithSynonyms(): Promise<CategoryWithSynonyms[]> {
    const listed = await categories.find().sort({ position: 1 }).lean()
    return listed.map(({ _id: slug, name, icon, synonyms }) => {
      return { slug, name, icon, synonyms: synonyms ?? firstSynonyms(slug) }
    })
  }

  async function make(
    { slug, name, icon, synonyms }: CategoryChange,
    entry: AuditEntry,
  ): Promise<'done' | 'already_there'> {
    try {
      await connection.transaction(async (session) => {
        const last = await categories.findOne().sort({ position: -1 }).session(session).lean()
        const position = (last?.position ?? -1) + 1
        const doc = { _id: slug, name, icon, position, ...(synonyms && { synonyms }) }
        await categories.create([doc], { session })
        await audit.insert(entry, session)
      })
      return 'done'
    } catch (error) {
      if (isDuplicate(error) && (await categories.exists({ _id: slug }))) return 'already_there'
      throw error
    }
  }

  function change(
    { slug, name, icon, synonyms }: CategoryChange,
    entry: AuditEntry,
  ): Promise<'done' | 'not_found'> {
    return connection.transaction(async (session) => {
      // Whoever comes in at the same time writes to it as well: one of the two is done anew.
      const written = { $set: { name, icon, ...(synonyms && { synonyms }) }, $inc: { comings: 1 } }
      const { matchedCount } = await categories.updateOne({ _id: slug }, written, { session })
      if (matchedCount === 0) return 'not_found'
      await rename({ slug, name }, session)
      await audit.insert(entry, session)
      return 'done'
    })
  }

  /** Whoever is in it is found by its name as well. */
  async function rename(category: ExpertDoc['category'], session: ClientSession): Promise<void> {
    const within = await experts
      .find({ 'category.slug': category.slug }, { name: 1, headline: 1, skills: 1 })
      .session(session)
      .lean<Described[]>()
    if (within.length === 0) return
    await experts.bulkWrite(
      within.map(({ _id, ...described }) => {
        const words = wordsOfExpert({ ...described, category })
        return { updateOne: { filter: { _id }, update: { $set: { category, words } } } }
      }),
      { session },
    )
  }

  function remove(
    slug: string,
    entry: AuditEntry,
  ): Promise<'done' | 'not_found' | 'category_in_use'> {
    return connection.transaction(async (session) => {
      if (await experts.exists({ 'category.slug': slug }).session(session)) return 'category_in_use'
      const { deletedCount } = await categories.deleteOne({ _id: slug }, { session })
      if (deletedCount === 0) return 'not_found'
      await audit.insert(entry, session)
      return 'done'
    })
  }

  return { list, listWithSynonyms, make, change, remove }
}
