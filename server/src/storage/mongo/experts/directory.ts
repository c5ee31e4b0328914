import type { DirectorySort } from '@expertconnect/contract/experts/shapes'
import { directoryValue } from '../../../domain/experts/directory-value.ts'
import type { Expert } from '../../../domain/experts/expert.ts'
import type { DirectoryPage, DirectorySearch } from '../../port/experts.ts'
import { directoryOrders } from '../../rules/directory-orders.ts'
import { primarySubtag } from '../../rules/languages.ts'
import { pageOf } from '../../rules/page-of.ts'
import { behind } from '../engine/behind.ts'
import type { Models } from '../engine/models.ts'
import { expertFields, expertOf, type StoredExpert } from './experts.ts'

const fields = {
  soonest: 'soonest',
  rating: 'ratingRank',
  price: 'hourlyRate',
} as const satisfies Record<DirectorySort, string>

/** Among those who are listed. */
export function createDirectory({ experts }: Pick<Models, 'experts'>) {
  async function search(asked: DirectorySearch): Promise<DirectoryPage> {
    const { sort, after, limit } = asked
    const field = fields[sort]
    const { keyOf } = directoryOrders[sort]
    const place = after && { value: keyOf(after.value), id: after.id }
    const filter = filterOf(asked)
    const [docs, total] = await Promise.all([
      experts
        .find({ $and: [filter, behind(field, 1, place)] }, expertFields)
        .sort({ [field]: 1, _id: 1 })
        .limit(limit + 1)
        .lean<StoredExpert[]>(),
      isWhole(asked) ? countListed() : experts.countDocuments(filter),
    ])
    const placeOf = (expert: Expert) => ({ value: directoryValue(expert, sort), id: expert.id })
    return { ...pageOf(docs.map(expertOf), limit, placeOf), total }
  }

  /** The collection is counted by its metadata, and few of it are not listed. */
  async function countListed(): Promise<number> {
    const [all, unlisted] = await Promise.all([
      experts.estimatedDocumentCount(),
      experts.countDocuments({ listed: false }),
    ])
    return all - unlisted
  }

  return search
}

function isWhole({ words, category, language, maxPrice }: DirectorySearch): boolean {
  return words.length === 0 && [category, language, maxPrice].every((each) => each === undefined)
}

function filterOf({ words, category, language, maxPrice }: DirectorySearch) {
  return {
    listed: true,
    ...wordsBeginningWith(words),
    ...(category === undefined ? {} : { 'category.slug': category }),
    ...(language === undefined ? {} : { spoken: primarySubtag(language) }),
    ...(maxPrice === undefined ? {} : { hourlyRate: { $lte: maxPrice } }),
  }
}

/** Search words hold letters and digits alone, so they mean themselves in a pattern. */
export function wordsBeginningWith(words: DirectorySearch['words']) {
  if (words.length === 0) return {}
  return {
    $and: words.map((word) => ({
      words:
        typeof word === 'string'
          ? { $regex: `^${word}` }
          : { $in: word.map((form) => new RegExp(`^${form}`)) },
    })),
  }
}
