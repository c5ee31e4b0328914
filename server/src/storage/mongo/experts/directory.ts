import type { DirectorySort } from '@expertconnect/contract/experts'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { DirectoryPage, DirectorySearch, StoredCategory } from '../../port/storage.ts'
import { primarySubtag } from '../../rules/primary-subtag.ts'
import { expertFields, expertOf, never, type StoredExpert } from './experts.ts'
import type { Models } from '../engine/models.ts'

interface Sort {
  readonly field: 'soonest' | 'ratingRank' | 'hourlyRate'
  /** From the value in a cursor to what the field holds. */
  readonly keyOf: (value: number | null) => number
  readonly valueOf: (expert: Expert) => number | null
}

const sorts: Readonly<Record<DirectorySort, Sort>> = {
  soonest: {
    field: 'soonest',
    keyOf: (value) => value ?? never,
    valueOf: (expert) => expert.nextFreeAt,
  },
  rating: {
    field: 'ratingRank',
    keyOf: (value) => -(value ?? 0),
    valueOf: (expert) => expert.rating.average,
  },
  price: {
    field: 'hourlyRate',
    keyOf: (value) => value ?? 0,
    valueOf: (expert) => expert.hourlyRate,
  },
}

export function createDirectory({ experts, categories }: Pick<Models, 'experts' | 'categories'>) {
  async function search(asked: DirectorySearch): Promise<DirectoryPage> {
    const { field, keyOf, valueOf } = sorts[asked.sort]
    const filter = filterOf(asked)
    const [docs, total] = await Promise.all([
      experts
        .find({ $and: [filter, behind(asked, field, keyOf)] }, expertFields)
        .sort({ [field]: 1, _id: 1 })
        .limit(asked.limit + 1)
        .lean<StoredExpert[]>(),
      isWhole(asked) ? countListed() : experts.countDocuments(filter),
    ])
    const page = docs.slice(0, asked.limit).map(expertOf)
    const last = page.at(-1)
    const next =
      last && docs.length > asked.limit ? { next: { value: valueOf(last), id: last.id } } : {}
    return { experts: page, total, ...next }
  }

  /** The collection is counted by its metadata, and few of it are not listed. */
  async function countListed(): Promise<number> {
    const [all, unlisted] = await Promise.all([
      experts.estimatedDocumentCount(),
      experts.countDocuments({ listed: false }),
    ])
    return all - unlisted
  }

  async function listCategories(): Promise<(StoredCategory & { experts: number })[]> {
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

  return { search, listCategories }
}

function isWhole({ words, category, language, maxPrice }: DirectorySearch): boolean {
  return words.length === 0 && [category, language, maxPrice].every((each) => each === undefined)
}

function filterOf({ words, category, language, maxPrice }: DirectorySearch) {
  // Search words hold letters and digits alone, so they mean themselves in a pattern.
  const prefixes = words.map((word) => ({ words: { $regex: `^${word}` } }))
  return {
    listed: true,
    ...(prefixes.length > 0 ? { $and: prefixes } : {}),
    ...(category === undefined ? {} : { 'category.slug': category }),
    ...(language === undefined ? {} : { spoken: primarySubtag(language) }),
    ...(maxPrice === undefined ? {} : { hourlyRate: { $lte: maxPrice } }),
  }
}

/** The first condition follows from the second, and is what the index can begin with. */
function behind({ after }: DirectorySearch, field: Sort['field'], keyOf: Sort['keyOf']) {
  if (!after) return {}
  const key = keyOf(after.value)
  return {
    [field]: { $gte: key },
    $or: [{ [field]: { $gt: key } }, { _id: { $gt: after.id } }],
  }
}
